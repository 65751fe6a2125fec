/** Who held an office of the United States from a day on (ISO dates; each holds until the next begins). Names as commonly given. */
export type Office = 'president' | 'vice president' | 'first lady' | 'second gentleman';

const HOLDERS: Readonly<Record<Office, readonly (readonly [from: string, name: string])[]>> = {
  president: [
    ['1789-04-30', 'George Washington'],
    ['1797-03-04', 'John Adams'],
    ['1801-03-04', 'Thomas Jefferson'],
    ['1809-03-04', 'James Madison'],
    ['1817-03-04', 'James Monroe'],
    ['1825-03-04', 'John Quincy Adams'],
    ['1829-03-04', 'Andrew Jackson'],
    ['1837-03-04', 'Martin Van Buren'],
    ['1841-03-04', 'William Henry Harrison'],
    ['1841-04-04', 'John Tyler'],
    ['1845-03-04', 'James K. Polk'],
    ['1849-03-04', 'Zachary Taylor'],
    ['1850-07-09', 'Millard Fillmore'],
    ['1853-03-04', 'Franklin Pierce'],
    ['1857-03-04', 'James Buchanan'],
    ['1861-03-04', 'Abraham Lincoln'],
    ['1865-04-15', 'Andrew Johnson'],
    ['1869-03-04', 'Ulysses S. Grant'],
    ['1877-03-04', 'Rutherford B. Hayes'],
    ['1881-03-04', 'James A. Garfield'],
    ['1881-09-19', 'Chester A. Arthur'],
    ['1885-03-04', 'Grover Cleveland'],
    ['1889-03-04', 'Benjamin Harrison'],
    ['1893-03-04', 'Grover Cleveland'],
    ['1897-03-04', 'William McKinley'],
    ['1901-09-14', 'Theodore Roosevelt'],
    ['1909-03-04', 'William Howard Taft'],
    ['1913-03-04', 'Woodrow Wilson'],
    ['1921-03-04', 'Warren G. Harding'],
    ['1923-08-02', 'Calvin Coolidge'],
    ['1929-03-04', 'Herbert Hoover'],
    ['1933-03-04', 'Franklin D. Roosevelt'],
    ['1945-04-12', 'Harry S. Truman'],
    ['1953-01-20', 'Dwight D. Eisenhower'],
    ['1961-01-20', 'John F. Kennedy'],
    ['1963-11-22', 'Lyndon B. Johnson'],
    ['1969-01-20', 'Richard Nixon'],
    ['1974-08-09', 'Gerald Ford'],
    ['1977-01-20', 'Jimmy Carter'],
    ['1981-01-20', 'Ronald Reagan'],
    ['1989-01-20', 'George H. W. Bush'],
    ['1993-01-20', 'Bill Clinton'],
    ['2001-01-20', 'George W. Bush'],
    ['2009-01-20', 'Barack Obama'],
    ['2017-01-20', 'Donald Trump'],
    ['2021-01-20', 'Joe Biden'],
    ['2025-01-20', 'Donald Trump'],
  ],
  'vice president': [
    ['1933-03-04', 'John Nance Garner'],
    ['1941-01-20', 'Henry A. Wallace'],
    ['1945-01-20', 'Harry S. Truman'],
    ['1949-01-20', 'Alben W. Barkley'],
    ['1953-01-20', 'Richard Nixon'],
    ['1961-01-20', 'Lyndon B. Johnson'],
    ['1965-01-20', 'Hubert Humphrey'],
    ['1969-01-20', 'Spiro Agnew'],
    ['1973-12-06', 'Gerald Ford'],
    ['1974-12-19', 'Nelson Rockefeller'],
    ['1977-01-20', 'Walter Mondale'],
    ['1981-01-20', 'George H. W. Bush'],
    ['1989-01-20', 'Dan Quayle'],
    ['1993-01-20', 'Al Gore'],
    ['2001-01-20', 'Dick Cheney'],
    ['2009-01-20', 'Joe Biden'],
    ['2017-01-20', 'Mike Pence'],
    ['2021-01-20', 'Kamala Harris'],
    ['2025-01-20', 'JD Vance'],
  ],
  'first lady': [
    ['1933-03-04', 'Eleanor Roosevelt'],
    ['1945-04-12', 'Bess Truman'],
    ['1953-01-20', 'Mamie Eisenhower'],
    ['1961-01-20', 'Jacqueline Kennedy'],
    ['1963-11-22', 'Lady Bird Johnson'],
    ['1969-01-20', 'Pat Nixon'],
    ['1974-08-09', 'Betty Ford'],
    ['1977-01-20', 'Rosalynn Carter'],
    ['1981-01-20', 'Nancy Reagan'],
    ['1989-01-20', 'Barbara Bush'],
    ['1993-01-20', 'Hillary Clinton'],
    ['2001-01-20', 'Laura Bush'],
    ['2009-01-20', 'Michelle Obama'],
    ['2017-01-20', 'Melania Trump'],
    ['2021-01-20', 'Jill Biden'],
    ['2025-01-20', 'Melania Trump'],
  ],
  'second gentleman': [['2021-01-20', 'Doug Emhoff']],
};

/** The office that a label names ("THE PRESIDENT", "MR. PRESIDENT", "VICE PRESIDENT"), or null. Upper case, no full stops. */
export function officeOf(label: string): Office | null {
  switch (label.replace(/^(?:THE|MR|MADAM|MADAME) /u, '')) {
    case 'PRESIDENT':
      return 'president';
    case 'VICE PRESIDENT':
      return 'vice president';
    case 'FIRST LADY':
      return 'first lady';
    case 'SECOND GENTLEMAN':
      return 'second gentleman';
    default:
      return null;
  }
}

/** The holder of an office on an ISO date, or null before the table begins. */
export function holderOn(office: Office, date: string): string | null {
  let holder: string | null = null;
  for (const [from, name] of HOLDERS[office]) {
    if (from > date) break;
    holder = name;
  }
  return holder;
}

/** The latest holder whose surname this is (upper or lower case), on or before a date when one is given. */
export function holderNamed(office: Office, surname: string, date: string | undefined): string | null {
  const wanted = surname.toLowerCase();
  let found: string | null = null;
  for (const [from, name] of HOLDERS[office]) {
    if (date !== undefined && from > date) break;
    if (name.toLowerCase().endsWith(` ${wanted}`)) found = name;
  }
  return found;
}
