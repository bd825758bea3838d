package io.boto4j.typed.contract;

import java.util.Set;
import java.util.function.Consumer;

/** The problems of one method. */
final class Reporter {
  private final Set<Problem> problems;
  private final String method;

  Reporter(Set<Problem> problems, String method) {
    this.problems = problems;
    this.method = method;
  }

  /** Adds a problem, unless it is there already. */
  void add(Object site, String text) {
    problems.add(new Problem(site, method, text));
  }

  /** Returns the receiver of the problems of one place, whose texts may lack the final period. */
  Consumer<String> at(Object site) {
    return new Place(this, site);
  }

  private record Place(Reporter reporter, Object site) implements Consumer<String> {
    @Override
    public void accept(String text) {
      boolean ended = text.endsWith(".") || text.endsWith("?");
      reporter.add(site, ended ? text : text + ".");
    }
  }
}
