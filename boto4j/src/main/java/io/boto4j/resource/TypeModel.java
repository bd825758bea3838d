package io.boto4j.resource;

import io.boto4j.model.Member;
import io.boto4j.model.ServiceModel;
import io.boto4j.model.StructureShape;
import io.boto4j.model.resource.Binding;
import io.boto4j.model.resource.Identifier;
import io.boto4j.model.resource.ResourceCall;
import io.boto4j.model.resource.ResourceDefinitions;
import io.boto4j.model.resource.ResourceLink;
import io.boto4j.model.resource.ResourceResult;
import io.boto4j.model.resource.ResourceType;
import io.boto4j.model.resource.Source;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A type of resource, with its definitions by name. Immutable. */
final class TypeModel {
  private final String label;
  private final ResourceType type;
  private final NameTable<Identifier> identifiers;
  private final NameTable<String> attributes;
  private final NameTable<ResourceCall> actions;
  private final NameTable<ResourceCall> batchActions;
  private final NameTable<ResourceLink> subResources;
  private final NameTable<ResourceLink> references;
  private final NameTable<ResourceCall> collections;
  private final NameTable<ResourceCall> waiters;
  private final boolean hasShape;

  TypeModel(ResourceDefinitions definitions, ResourceType type, ServiceModel model) {
    this.label = definitions.service() + "." + type.name();
    this.type = type;
    this.identifiers = new NameTable<>("identifier", label, type.identifiers(), Identifier::name);
    List<String> members = members(type, model);
    this.hasShape = !members.isEmpty();
    this.attributes = new NameTable<>("attribute", label, members, each -> each);
    this.actions = new NameTable<>("action", label, type.actions(), ResourceCall::name);
    this.batchActions =
        new NameTable<>("batch action", label, type.batchActions(), ResourceCall::name);
    List<ResourceLink> subs = new ArrayList<>();
    List<ResourceLink> refs = new ArrayList<>();
    for (ResourceLink each : type.links()) {
      (each.isReference() ? refs : subs).add(each);
    }
    if (type.name().equals(ResourceType.SERVICE)) {
      subs.addAll(implicit(definitions, subs));
    }
    this.subResources =
        new NameTable<>("sub-resource", label, subs, ResourceLink::name, name -> name);
    this.references = new NameTable<>("reference", label, refs, ResourceLink::name);
    this.collections = new NameTable<>("collection", label, type.collections(), ResourceCall::name);
    this.waiters = new NameTable<>("waiter", label, type.waiters(), ResourceCall::name);
  }

  /** The service has every type as a sub-resource, unless a link leads to the type already. */
  private static List<ResourceLink> implicit(
      ResourceDefinitions definitions, List<ResourceLink> explicit) {
    Set<String> linked = new HashSet<>();
    for (ResourceLink each : explicit) {
      linked.add(each.result().type());
      linked.add(each.name());
    }
    List<ResourceLink> links = new ArrayList<>();
    for (ResourceType each : definitions.types().values()) {
      if (!linked.contains(each.name())) {
        List<Binding> bindings = new ArrayList<>();
        for (Identifier identifier : each.identifiers()) {
          bindings.add(new Binding(identifier.name(), new Source(Source.Kind.INPUT, "")));
        }
        links.add(
            new ResourceLink(each.name(), new ResourceResult(each.name(), bindings, null), null));
      }
    }
    return links;
  }

  private static List<String> members(ResourceType type, ServiceModel model) {
    List<String> names = new ArrayList<>();
    String shape = type.shape();
    if (shape != null && model.findShape(shape) instanceof StructureShape structure) {
      for (Member each : structure.members()) {
        names.add(each.name());
      }
    }
    return names;
  }

  /** The service and type, such as {@code s3.Bucket}. */
  String label() {
    return label;
  }

  ResourceType type() {
    return type;
  }

  /** Finds an identifier by its name, or by the member of the data with the same value. */
  @Nullable Identifier identifier(String name) {
    Identifier found = identifiers.find(name);
    if (found != null) {
      return found;
    }
    String member = attributes.find(name);
    for (Identifier each : type.identifiers()) {
      if (member != null && member.equals(each.member())) {
        return each;
      }
    }
    return null;
  }

  NameTable<Identifier> identifiers() {
    return identifiers;
  }

  /** Returns the member of the data with a name; boto3's suffix {@code _attribute} is accepted. */
  String attribute(String name) {
    String found = attributes.find(name);
    if (found == null && name.endsWith("_attribute")) {
      found = attributes.find(name.substring(0, name.length() - "_attribute".length()));
    }
    if (found == null && hasShape) {
      throw attributes.unknown(name);
    }
    return found == null ? name : found;
  }

  NameTable<String> attributes() {
    return attributes;
  }

  NameTable<ResourceCall> actions() {
    return actions;
  }

  NameTable<ResourceCall> batchActions() {
    return batchActions;
  }

  NameTable<ResourceLink> subResources() {
    return subResources;
  }

  NameTable<ResourceLink> references() {
    return references;
  }

  NameTable<ResourceCall> collections() {
    return collections;
  }

  NameTable<ResourceCall> waiters() {
    return waiters;
  }
}
