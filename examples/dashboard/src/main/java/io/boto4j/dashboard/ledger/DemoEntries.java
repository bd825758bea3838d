package io.boto4j.dashboard.ledger;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;

/** Half a year of a small studio's entries. */
final class DemoEntries {
  private static final int MONTHS = 6;

  private DemoEntries() {}

  static void insert(Connection connection, LocalDate today) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            "insert into ledger (booked, account, description, amount) values (?, ?, ?, ?)")) {
      for (int i = MONTHS - 1; i >= 0; i--) {
        LocalDate first = today.minusMonths(i).withDayOfMonth(1);
        int month = MONTHS - i;
        add(insert, first, "Checking", "Rent of the studio", -1450);
        add(insert, first, "Checking", "Retainer, Harbour Books", 2800 + 150 * month);
        add(insert, first, "Savings", "Set aside for taxes", 900 + 45 * month);
        if (i > 0 || today.getDayOfMonth() > 14) {
          add(insert, first.plusDays(4), "Card", "Cloud and tools", -(190 + 12 * month));
          add(
              insert,
              first.plusDays(9),
              "Checking",
              "Invoice, Northern Ferries",
              640 * (month % 3));
          add(insert, first.plusDays(13), "Card", "Train to the client", -(64 + 9 * (month % 4)));
        }
      }
      insert.executeBatch();
    }
  }

  private static void add(
      PreparedStatement insert, LocalDate booked, String account, String text, int amount)
      throws SQLException {
    if (amount == 0) {
      return;
    }
    insert.setDate(1, Date.valueOf(booked));
    insert.setString(2, account);
    insert.setString(3, text);
    insert.setBigDecimal(4, BigDecimal.valueOf(amount));
    insert.addBatch();
  }
}
