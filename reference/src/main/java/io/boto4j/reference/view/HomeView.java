package io.boto4j.reference.view;

import java.util.List;
import java.util.Locale;

/**
 * What the first page shows.
 *
 * @param services how many services there are
 * @param operations how many operations they have
 * @param popular the services that most programs use
 * @param all all services
 */
public record HomeView(
    int services, int operations, List<ServiceRow> popular, List<ServiceRow> all) {
  /**
   * Creates a view, with copies of the lists.
   *
   * @param services how many services there are
   * @param operations how many operations they have
   * @param popular the services that most programs use
   * @param all all services
   */
  public HomeView {
    popular = List.copyOf(popular);
    all = List.copyOf(all);
  }

  /**
   * Returns the number of operations with a comma for the thousands.
   *
   * @return the number, such as {@code 18,918}
   */
  public String operationsText() {
    return String.format(Locale.ROOT, "%,d", operations);
  }

  /**
   * A service in a list.
   *
   * @param name the name for {@code client(…)}
   * @param fullName the full name
   * @param href its page
   * @param summary one sentence
   * @param operations how many operations it has
   */
  public record ServiceRow(
      String name, String fullName, String href, String summary, int operations) {}
}
