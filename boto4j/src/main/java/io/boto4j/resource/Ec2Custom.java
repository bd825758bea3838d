package io.boto4j.resource;

import io.boto4j.model.resource.ResourceType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** EC2: tags as resources. */
final class Ec2Custom implements Custom {
  @Override
  public List<String> actions(String type) {
    return type.equals("Instance") ? List.of("delete_tags") : List.of();
  }

  @Override
  public @Nullable ActionResult run(Resource resource, String action, Map<String, ?> parameters) {
    if (action.equals("create_tags") && resource.actions().contains(action)) {
      return createTags(resource, parameters);
    }
    if (resource.type().equals("Instance") && action.equals("delete_tags")) {
      Map<String, Object> input = new LinkedHashMap<>(parameters);
      input.put("Resources", List.of(String.valueOf(resource.get("id"))));
      return ActionResult.of(resource.client().call("DeleteTags", input));
    }
    return null;
  }

  /**
   * Returns a tag for each pair of a resource and a tag, in the order of the resources. A resource
   * other than the service is the one that is tagged. A tag without a value has an empty one.
   */
  private static @Nullable ActionResult createTags(Resource resource, Map<String, ?> parameters) {
    Map<String, Object> input = new LinkedHashMap<>(parameters);
    if (!resource.type().equals(ResourceType.SERVICE)) {
      Object own = resource.identifiers().get("id");
      if (own == null) {
        return null;
      }
      input.putIfAbsent("Resources", List.of(own));
    }
    resource.client().call("CreateTags", input);
    List<Resource> tags = new ArrayList<>();
    if (input.get("Resources") instanceof Iterable<?> ids
        && input.get("Tags") instanceof Iterable<?> pairs) {
      for (Object id : ids) {
        for (Object each : pairs) {
          if (each instanceof Map<?, ?> tag) {
            tags.add(resource.root().resource("Tag", id, text(tag, "Key"), text(tag, "Value")));
          }
        }
      }
    }
    return ActionResult.of(tags);
  }

  private static String text(Map<?, ?> tag, String member) {
    Object value = tag.get(member);
    return value == null ? "" : value.toString();
  }
}
