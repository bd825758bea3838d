package io.boto4j.typed.check;

import com.sun.source.util.TreePath;
import io.boto4j.Client;
import io.boto4j.error.Boto4jException;
import io.boto4j.error.JmesPathException;
import io.boto4j.error.OperationNotPageableException;
import io.boto4j.internal.jmespath.JmesPath;
import io.boto4j.internal.jmespath.PathType;
import io.boto4j.model.NearNames;
import io.boto4j.model.OperationModel;
import io.boto4j.model.Shape;
import io.boto4j.resource.Resource;
import io.boto4j.typed.check.Pollers.Poller;
import io.boto4j.typed.shape.JavaType;
import io.boto4j.typed.shape.OutputFit;
import io.boto4j.typed.shape.ServiceInput;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Checks each call of boto4j's API: a row for each class, then a row for each method. */
final class CallCheck {
  private static final Set<String> PAGINATION = Set.of("PaginationConfig");
  private static final Set<String> WAITING = Set.of("WaiterConfig");

  private final UnitCheck unit;

  CallCheck(UnitCheck unit) {
    this.unit = unit;
  }

  /** Checks a call. */
  void check(Flow.Call call) {
    TreePath receiver = call.receiver();
    switch (call.owner()) {
      case Api.SESSION -> session(call);
      case Api.CLIENT -> client(call, unit.clients().of(receiver));
      case Api.STUBBER -> stubber(call, unit.clients().of(receiver));
      case Api.PAGINATOR, Api.WAITER -> poller(call, receiver);
      case Api.PAGES -> pages(call, receiver);
      case Api.STRUCTURE -> structure(call, receiver);
      case Api.RESOURCE -> resource(call, receiver);
      default -> {}
    }
  }

  private void session(Flow.Call call) {
    boolean named = call.name().equals("client") || call.name().equals("resource");
    String service = named && call.size() > 0 ? unit.constants().text(call.argument(0)) : null;
    String problem = service == null ? null : unit.services().find(service).problem();
    if (service != null && problem != null) {
      boolean misspelled =
          !NearNames.misspelled(service, unit.services().session().services()).isEmpty();
      unit.report(call.argument(0), misspelled, problem + remedy());
    }
  }

  private String remedy() {
    return unit.services().isEmpty()
        ? " No models are on the processor path: add io.boto4j:boto4j-models to it."
        : " If the model is your own, name its folder: -Xplugin:\"boto4j-check models=FOLDER\".";
  }

  private void client(Flow.Call call, @Nullable Found<Client> client) {
    if (client == null || call.size() == 0) {
      return;
    }
    String name = unit.constants().text(call.argument(0));
    if (name == null) {
      return;
    }
    switch (call.name()) {
      case "call", "callAsync", "explain", "presign" ->
          input(call, client, call.size() > 1 ? call.argument(1) : null, Set.of());
      case "items" -> {
        if (paginates(call, client, name)) {
          input(call, client, call.size() > 1 ? call.argument(1) : null, PAGINATION);
          Found<PathType> items = unit.answers().items(call, client);
          if (items != null && call.size() == 3) {
            converted(items.with(items.value().element()), call.argument(2), name + " item");
          }
        }
      }
      case "paginator" -> paginates(call, client, name);
      case "params", "help", "skeleton", "canPaginate" -> operation(call, client);
      case "waiter" -> {
        if (call.size() == 1) {
          waiter(call, client, name);
        }
      }
      default -> {}
    }
  }

  /** Returns the operation that a call names; reports a name that the service does not have. */
  private @Nullable OperationModel operation(Flow.Call call, Found<Client> client) {
    OperationModel operation = unit.operation(client.value(), call);
    if (operation == null) {
      String name = unit.constants().text(call.argument(0));
      try {
        client.value().params(String.valueOf(name));
      } catch (Boto4jException e) {
        report(call, client, e);
      }
    }
    return operation;
  }

  private boolean paginates(Flow.Call call, Found<Client> client, String name) {
    if (operation(call, client) == null) {
      return false;
    }
    try {
      client.value().paginator(name);
      return true;
    } catch (OperationNotPageableException e) {
      report(call, client, e);
      return false;
    }
  }

  private void waiter(Flow.Call call, Found<Client> client, String name) {
    try {
      client.value().waiter(name);
    } catch (Boto4jException e) {
      report(call, client, e);
    }
  }

  private void report(Flow.Call call, Found<Client> client, Boto4jException problem) {
    unit.report(call.argument(0), client.sure(), String.valueOf(problem.getMessage()));
  }

  private void input(
      Flow.Call call, Found<Client> client, @Nullable TreePath given, Set<String> others) {
    OperationModel operation = operation(call, client);
    if (operation != null) {
      input(operation, client, given, call.argument(0), others);
    }
  }

  private void input(
      OperationModel operation,
      Found<Client> client,
      @Nullable TreePath given,
      TreePath at,
      Set<String> others) {
    ServiceInput service = new ServiceInput(client.value().model(), operation, others);
    new LiteralInput(unit, client.sure(), service)
        .whole(operation.name(), operation.input(), literal(given), at);
  }

  private @Nullable Given literal(@Nullable TreePath path) {
    return path == null ? null : unit.literals().of(path);
  }

  private void stubber(Flow.Call call, @Nullable Found<Client> client) {
    boolean adds = call.name().equals("addResponse") || call.name().equals("addError");
    if (client == null || !adds || call.size() < 2) {
      return;
    }
    OperationModel operation =
        unit.constants().text(call.argument(0)) == null ? null : operation(call, client);
    if (operation != null
        && call.name().equals("addResponse")
        && unit.literals().of(call.argument(1)) instanceof Given.OfMap members) {
      new LiteralInput(unit, client.sure(), null)
          .whole(operation.name() + "'s response", operation.output(), members, call.argument(1));
    }
  }

  private void poller(Flow.Call call, @Nullable TreePath receiver) {
    boolean calls = call.name().equals("pages") || call.name().equals("await");
    Found<Poller> poller = calls && receiver != null ? unit.pollers().find(receiver) : null;
    if (poller != null) {
      input(
          poller.value().operation(),
          poller.with(poller.value().client()),
          call.size() == 0 ? null : call.argument(0),
          call.path(),
          call.name().equals("pages") ? PAGINATION : WAITING);
    }
  }

  private void pages(Flow.Call call, @Nullable TreePath receiver) {
    if (call.name().equals("search") && receiver != null) {
      Found<PathType> pages = unit.answers().find(receiver);
      if (pages != null) {
        expression(call, pages.with(pages.value().element()));
      }
    }
  }

  private void structure(Flow.Call call, @Nullable TreePath receiver) {
    boolean search = call.name().equals("search") || call.name().equals("searchAll");
    Found<PathType> from = receiver == null ? null : unit.answers().find(receiver);
    if (search) {
      expression(call, from == null ? new Found<>(PathType.ANY, true) : from);
    } else if (from != null && call.name().equals("to")) {
      Shape shape = from.value().shape();
      converted(from, call.argument(0), shape == null ? "The value" : shape.name());
    } else if (from != null) {
      new AccessorCheck(unit).check(call, from);
    }
  }

  /** Checks the class to which values are converted, such as a record. */
  private void converted(Found<PathType> from, TreePath to, String place) {
    JavaType type = unit.classLiteral(to);
    if (type != null) {
      OutputFit.check(from.value(), type, place, problem -> unit.report(to, from.sure(), problem));
    }
  }

  private void expression(Flow.Call call, Found<PathType> from) {
    String expression = unit.constants().text(call.argument(0));
    if (expression == null) {
      return;
    }
    try {
      PathType found =
          JmesPath.compile(expression)
              .typed(from.value(), problem -> unit.report(call.argument(0), from.sure(), problem));
      if (call.size() == 2) {
        boolean all = !call.name().equals("search") || call.owner().equals(Api.PAGES);
        converted(from.with(all ? found.element() : found), call.argument(1), expression);
      }
    } catch (JmesPathException e) {
      unit.report(call.argument(0), /* sure= */ true, String.valueOf(e.getMessage()));
    }
  }

  private void resource(Flow.Call call, @Nullable TreePath receiver) {
    Found<Resource> found = receiver == null ? null : unit.resources().find(receiver);
    if (found != null) {
      new ResourceCheck(unit).check(call, found);
    }
  }
}
