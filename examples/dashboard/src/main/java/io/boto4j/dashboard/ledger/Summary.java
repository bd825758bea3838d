package io.boto4j.dashboard.ledger;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;

/**
 * The ledger at a glance.
 *
 * @param balance the sum of all entries
 * @param months income and spending by month, the oldest first
 * @param accounts the balance of each account
 * @param entries the last entries, the newest first
 */
public record Summary(
    BigDecimal balance, List<Month> months, List<Account> accounts, List<Entry> entries) {

  /**
   * A month.
   *
   * @param month the month
   * @param income the sum of what came in
   * @param spending the sum of what went out, as a positive number
   */
  public record Month(YearMonth month, BigDecimal income, BigDecimal spending) {}

  /**
   * An account.
   *
   * @param name the name
   * @param balance the sum of its entries
   */
  public record Account(String name, BigDecimal balance) {}

  /**
   * An entry.
   *
   * @param booked the day
   * @param account the name of the account
   * @param description the text
   * @param amount the amount, negative for spending
   */
  public record Entry(LocalDate booked, String account, String description, BigDecimal amount) {}

  /**
   * Returns the newest month.
   *
   * @return the month; one without entries if the ledger is empty
   */
  public Month lastMonth() {
    return months.isEmpty()
        ? new Month(YearMonth.now(ZoneOffset.UTC), BigDecimal.ZERO, BigDecimal.ZERO)
        : months.get(months.size() - 1);
  }
}
