package io.boto4j.reference.site;

import io.boto4j.reference.view.Fact;
import io.boto4j.reference.view.Link;
import io.boto4j.reference.view.WaiterView;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The waiters of a service as its page shows them, from the form of botocore's files. */
final class Waiters {
  private Waiters() {}

  static List<WaiterView> of(ServiceFacts service) {
    List<WaiterView> views = new ArrayList<>();
    service
        .waiters()
        .forEach(
            (name, waiter) -> {
              if (waiter instanceof Map<?, ?> map) {
                views.add(view(service, name, map));
              }
            });
    return views;
  }

  private static WaiterView view(ServiceFacts service, String name, Map<?, ?> waiter) {
    String operation = text(waiter.get("operation"));
    String href =
        service.operation(operation) == null || !Names.hasPage(operation)
            ? ""
            : "operations/" + operation + ".html";
    List<Fact> states = new ArrayList<>();
    if (waiter.get("acceptors") instanceof List<?> acceptors) {
      for (Object each : acceptors) {
        if (each instanceof Map<?, ?> acceptor) {
          states.add(Fact.of(text(acceptor.get("state")), condition(acceptor)));
        }
      }
    }
    String timing =
        "every "
            + text(waiter.get("delay"))
            + " s, at most "
            + text(waiter.get("maxAttempts"))
            + " times";
    return new WaiterView(
        name,
        new Link(operation, href),
        timing,
        states,
        "client.waiter(\"" + name + "\").await(parameters);");
  }

  private static String condition(Map<?, ?> acceptor) {
    String expected = text(acceptor.get("expected"));
    String argument = text(acceptor.get("argument"));
    return switch (text(acceptor.get("matcher"))) {
      case "path" -> argument + " is " + expected;
      case "pathAll" -> "every " + argument + " is " + expected;
      case "pathAny" -> "any " + argument + " is " + expected;
      case "status" -> "HTTP status " + expected;
      case "error" ->
          expected.equals("true")
              ? "any error"
              : expected.equals("false") ? "no error" : "error " + expected;
      default -> argument + " " + expected;
    };
  }

  private static String text(@Nullable Object value) {
    return value == null ? "" : String.valueOf(value);
  }
}
