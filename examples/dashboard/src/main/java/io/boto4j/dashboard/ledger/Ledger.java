package io.boto4j.dashboard.ledger;

import io.boto4j.dashboard.ledger.Summary.Account;
import io.boto4j.dashboard.ledger.Summary.Entry;
import io.boto4j.dashboard.ledger.Summary.Month;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;

/** The table of entries in PostgreSQL. */
public final class Ledger {
  private static final String CREATE =
      """
      create table if not exists ledger (
        id bigint generated always as identity primary key,
        booked date not null,
        account text not null,
        description text not null,
        amount numeric(12, 2) not null)""";

  private static final String EXISTS = "select to_regclass('ledger') is not null";

  private static final String MONTHS =
      """
      select * from (
        select to_char(booked, 'YYYY-MM') as month,
          coalesce(sum(amount) filter (where amount > 0), 0),
          coalesce(-sum(amount) filter (where amount < 0), 0)
        from ledger group by 1 order by 1 desc limit 6) latest
      order by month""";

  private static final String ACCOUNTS =
      "select account, sum(amount) from ledger group by account order by 2 desc, 1 limit 20";

  private static final String ENTRIES =
      """
      select booked, account, description, amount from ledger
      order by booked desc, id desc limit 8""";

  private final LedgerDatabase database;

  /**
   * Creates the view of a database.
   *
   * @param database the database
   */
  public Ledger(LedgerDatabase database) {
    this.database = database;
  }

  /** Reads a row of a result. */
  @FunctionalInterface
  private interface Row<T> {
    T read(ResultSet row) throws SQLException;
  }

  /**
   * Reads the summary.
   *
   * @return the summary, which is empty if the table does not exist yet
   * @throws SQLException if the database does not answer
   */
  public Summary summary() throws SQLException {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      if (rows(statement, EXISTS, row -> row.getBoolean(1)).contains(false)) {
        return new Summary(BigDecimal.ZERO, List.of(), List.of(), List.of());
      }
      List<Account> accounts =
          rows(statement, ACCOUNTS, row -> new Account(row.getString(1), row.getBigDecimal(2)));
      return new Summary(
          accounts.stream().map(Account::balance).reduce(BigDecimal.ZERO, BigDecimal::add),
          rows(statement, MONTHS, Ledger::month),
          accounts,
          rows(statement, ENTRIES, Ledger::entry));
    }
  }

  /**
   * Creates the table, unless it exists.
   *
   * @throws SQLException if the database does not answer
   */
  public void create() throws SQLException {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      statement.execute(CREATE);
    }
  }

  /**
   * Writes the entries of half a year, if the table is empty.
   *
   * @param today the day of the last entry
   * @throws SQLException if the database does not answer
   */
  public void addDemoEntries(LocalDate today) throws SQLException {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      if (rows(statement, ENTRIES, Ledger::entry).isEmpty()) {
        DemoEntries.insert(connection, today);
      }
    }
  }

  private static Month month(ResultSet row) throws SQLException {
    return new Month(YearMonth.parse(row.getString(1)), row.getBigDecimal(2), row.getBigDecimal(3));
  }

  private static Entry entry(ResultSet row) throws SQLException {
    return new Entry(
        row.getObject(1, LocalDate.class),
        row.getString(2),
        row.getString(3),
        row.getBigDecimal(4));
  }

  private static <T> List<T> rows(Statement statement, String sql, Row<T> row) throws SQLException {
    List<T> found = new ArrayList<>();
    try (ResultSet result = statement.executeQuery(sql)) {
      while (result.next()) {
        found.add(row.read(result));
      }
    }
    return found;
  }
}
