package io.boto4j.typed.check;

import com.sun.source.util.TreePath;
import io.boto4j.Client;
import io.boto4j.error.Boto4jException;
import io.boto4j.internal.value.LooseNames;
import io.boto4j.model.ServiceModel;
import io.boto4j.model.derived.ServiceResources;
import io.boto4j.model.resource.ResourceCall;
import io.boto4j.model.resource.ResourceDefinitions;
import io.boto4j.model.resource.ResourceType;
import io.boto4j.resource.Resource;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The resources in a program, each as an example that sends nothing. A collection is known by one
 * of its resources.
 */
final class Resources extends Flow<Resource> {
  private static final String EXAMPLE = "x";

  Resources(UnitCheck unit) {
    super(unit);
  }

  @Override
  @Nullable Resource element(Resource container) {
    return container;
  }

  @Override
  @Nullable Found<Resource> ofCall(Call call) {
    TreePath receiver = call.receiver();
    try {
      return switch (call.owner()) {
        case Api.SESSION -> call.name().equals("resource") ? root(call) : null;
        case Api.RESOURCE -> receiver == null ? ofClient(call) : ofResource(call, receiver);
        case Api.COLLECTION -> receiver == null ? null : find(receiver);
        default -> ofContainer(call, receiver);
      };
    } catch (Boto4jException | IllegalArgumentException e) {
      return null; // reported where it is created
    }
  }

  private @Nullable Found<Resource> root(Call call) {
    String service = call.size() == 1 ? unit.constants().text(call.argument(0)) : null;
    return service == null ? null : new Found<>(unit.services().session().resource(service), true);
  }

  private @Nullable Found<Resource> ofClient(Call call) {
    Found<Client> client = call.name().equals("of") ? unit.clients().of(call.argument(0)) : null;
    return client == null ? null : client.with(Resource.of(client.value()));
  }

  private @Nullable Found<Resource> ofResource(Call call, TreePath receiver) {
    if (call.name().equals("of")) {
      return ofClient(call);
    }
    Found<Resource> from = find(receiver);
    String name = call.size() == 0 ? null : unit.constants().text(call.argument(0));
    if (from == null) {
      return null;
    }
    return switch (call.name()) {
      case "load", "reload", "waitUntil" -> from;
      case "collection" -> name == null ? null : listed(from, name);
      case "resource" ->
          name == null || isMap(call) ? null : from.with(sub(from.value(), name, call.size() - 1));
      default -> null;
    };
  }

  /** Returns an example of the resources in a collection. */
  private static @Nullable Found<Resource> listed(Found<Resource> from, String collection) {
    ServiceModel model = from.value().client().model();
    ResourceDefinitions all = ServiceResources.of(model);
    String name = from.value().type();
    ResourceType type = name.equals(ResourceType.SERVICE) ? all.root() : all.types().get(name);
    for (ResourceCall each : type == null ? List.<ResourceCall>of() : type.collections()) {
      ResourceType to = each.result() == null ? null : all.types().get(each.result().type());
      if (to != null && LooseNames.plain(each.name()).equals(LooseNames.plain(collection))) {
        Resource root = Resource.of(from.value().client());
        return from.with(sub(root, to.name(), to.identifiers().size()));
      }
    }
    return null;
  }

  private static boolean isMap(Call call) {
    return call.method().getParameters().size() == 2
        && call.method().getParameters().get(1).asType().toString().startsWith("java.util.Map");
  }

  private static Resource sub(Resource from, String name, int identifiers) {
    Object[] examples = new Object[identifiers];
    Arrays.fill(examples, EXAMPLE);
    return from.resource(name, examples);
  }

  private @Nullable Found<Resource> ofContainer(Call call, @Nullable TreePath receiver) {
    boolean known = call.owner().startsWith("java.util.") && Answers.keepsElements(call.name());
    return known && receiver != null ? find(receiver) : null;
  }

  @Override
  boolean isSame(Resource one, Resource other) {
    return one.service().equals(other.service()) && one.type().equals(other.type());
  }
}
