package io.boto4j.typed.check;

import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.util.TreePath;
import io.boto4j.Client;
import io.boto4j.error.JmesPathException;
import io.boto4j.internal.jmespath.JmesPath;
import io.boto4j.internal.jmespath.PathType;
import io.boto4j.model.MapShape;
import io.boto4j.model.OperationModel;
import io.boto4j.typed.shape.Outputs;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The shapes of the answers in a program. Lists, streams, pages, futures and the like of structures
 * are all lists here.
 */
final class Answers extends Flow<PathType> {
  private static final Set<String> ELEMENTS =
      Set.of(
          "get",
          "getFirst",
          "getLast",
          "getNow",
          "join",
          "next",
          "orElse",
          "orElseGet",
          "orElseThrow",
          "remove",
          "resultNow");

  private static final Set<String> SAME =
      Set.of(
          "distinct",
          "dropWhile",
          "exceptionally",
          "filter",
          "findAny",
          "findFirst",
          "iterator",
          "limit",
          "max",
          "min",
          "orTimeout",
          "parallel",
          "parallelStream",
          "peek",
          "reversed",
          "sequential",
          "skip",
          "sorted",
          "stream",
          "subList",
          "takeWhile",
          "toCompletableFuture",
          "toList",
          "unordered",
          "whenComplete");

  Answers(UnitCheck unit) {
    super(unit);
  }

  @Override
  @Nullable PathType element(PathType container) {
    if (container.shape() instanceof MapShape) {
      return container.value();
    }
    return container.kind() == PathType.Kind.LIST ? container.element() : null;
  }

  @Override
  @Nullable Found<PathType> ofCall(Call call) {
    TreePath receiver = call.receiver();
    if (receiver == null) {
      return null;
    }
    return switch (call.owner()) {
      case Api.CLIENT -> called(call, receiver);
      case Api.PAGINATOR -> call.name().equals("pages") ? pages(receiver) : null;
      case Api.PAGES -> ofPages(call, receiver);
      case Api.STRUCTURE -> ofStructure(call, receiver);
      default -> ofContainer(call, receiver);
    };
  }

  private @Nullable Found<PathType> called(Call call, TreePath receiver) {
    Found<Client> client = unit.clients().of(receiver);
    OperationModel operation = client == null ? null : unit.operation(client.value(), call);
    if (client == null || operation == null) {
      return null;
    }
    PathType output = Outputs.of(client.value().model(), operation);
    return switch (call.name()) {
      case "call" -> client.with(output);
      case "callAsync" -> client.with(PathType.listOf(output));
      case "items" -> call.size() == 3 ? null : items(call, client);
      default -> null;
    };
  }

  /** Returns the type of the items of all pages, before they are converted. */
  @Nullable Found<PathType> items(Call call, Found<Client> client) {
    Found<Pollers.Poller> poller = unit.pollers().find(call.path());
    String key = poller == null ? null : poller.value().resultKey();
    return poller == null || key == null
        ? null
        : client.with(searched(poller.value().output(), key));
  }

  private @Nullable Found<PathType> pages(TreePath paginator) {
    Found<Pollers.Poller> found = unit.pollers().find(paginator);
    return found == null ? null : found.with(PathType.listOf(found.value().output()));
  }

  private @Nullable Found<PathType> ofPages(Call call, TreePath receiver) {
    boolean same = call.name().equals("iterator") || call.name().equals("stream");
    return same ? find(receiver) : null;
  }

  private @Nullable Found<PathType> ofStructure(Call call, TreePath receiver) {
    return switch (call.name()) {
      case "structure", "map", "structures", "maps", "list", "structureMap" -> member(call);
      case "search" -> {
        String expression = call.size() == 1 ? unit.constants().text(call.argument(0)) : null;
        Found<PathType> from = expression == null ? null : find(receiver);
        yield from == null || expression == null
            ? null
            : from.with(searched(from.value(), expression));
      }
      default -> null;
    };
  }

  /** Returns the type of the member that an accessor returns, or null if it is not known. */
  @Nullable Found<PathType> member(Call call) {
    TreePath receiver = call.receiver();
    Found<PathType> from = receiver == null ? null : find(receiver);
    if (from == null) {
      return null;
    }
    PathType type = from.value();
    for (int i = 0; i < call.size() && type.kind() != PathType.Kind.ANY; i++) {
      String name = unit.constants().text(call.argument(i));
      type = name == null ? PathType.ANY : JmesPath.field(type, name, problem -> {});
    }
    return from.with(type);
  }

  private @Nullable Found<PathType> ofContainer(Call call, TreePath receiver) {
    String name = call.name();
    if (!call.owner().startsWith("java.util.") && !call.owner().equals(Api.ITEMS)) {
      return null;
    }
    if (name.equals("map") || name.equals("flatMap") || name.startsWith("thenApply")) {
      return mapped(call);
    }
    Found<PathType> all = find(receiver);
    if (all == null) {
      return null;
    }
    if (name.equals("values") && element(all.value()) != null) {
      return all.with(PathType.listOf(valueOf(all.value())));
    }
    if (SAME.contains(name)) {
      return all;
    }
    PathType element = element(all.value());
    return ELEMENTS.contains(name) && element != null ? all.with(element) : null;
  }

  private PathType valueOf(PathType map) {
    PathType value = element(map);
    return value == null ? PathType.ANY : value;
  }

  /** The results of {@code stream.map(each -> expression)}. */
  private @Nullable Found<PathType> mapped(Call call) {
    if (call.size() != 1
        || !(call.argument(0).getLeaf() instanceof LambdaExpressionTree lambda)
        || lambda.getBodyKind() != LambdaExpressionTree.BodyKind.EXPRESSION) {
      return null;
    }
    Found<PathType> result = find(new TreePath(call.argument(0), lambda.getBody()));
    if (result == null) {
      return null;
    }
    return call.name().equals("flatMap") ? result : result.with(PathType.listOf(result.value()));
  }

  /** Whether a method of a container returns an element, or a container with the same elements. */
  static boolean keepsElements(String method) {
    return ELEMENTS.contains(method) || SAME.contains(method);
  }

  private static PathType searched(PathType from, String expression) {
    try {
      return JmesPath.compile(expression).typed(from, problem -> {});
    } catch (JmesPathException e) {
      return PathType.ANY;
    }
  }

  @Override
  boolean isSame(PathType one, PathType other) {
    return one.kind() == other.kind() && one.shape() != null && one.shape() == other.shape();
  }
}
