package io.boto4j.reference.search;

import io.boto4j.model.ListShape;
import io.boto4j.model.MapShape;
import io.boto4j.model.Member;
import io.boto4j.model.OperationModel;
import io.boto4j.model.ServiceModel;
import io.boto4j.model.Shape;
import io.boto4j.model.StructureShape;
import io.boto4j.reference.site.Names;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The names in a service, and the places where each occurs. */
final class ServiceNames {
  /** The longest name that the index has, in characters: others are texts and not names. */
  private static final int LONGEST = 100;

  private static final Comparator<String> SHORTEST =
      Comparator.<String>comparingInt(String::length).thenComparing(Comparator.naturalOrder());

  private final ServiceModel model;
  private final Set<String> popular;
  private final List<String> operations;
  private final Set<String> types = new TreeSet<>(SHORTEST);
  private final Set<String> errors = new TreeSet<>(SHORTEST);
  private final Map<String, String> errorCodes = new TreeMap<>();
  private final Map<String, Set<Place>> members = new TreeMap<>();
  private final Map<String, Set<Place>> values = new TreeMap<>();

  ServiceNames(ServiceModel model, Popularity popularity) {
    this.model = model;
    this.popular = popularity.popularOperations(model.name());
    this.operations =
        popularity.operations(
            model.name(), model.operationNames().stream().filter(ServiceNames::isIndexed).toList());
    readShapes();
    addMembers();
  }

  String service() {
    return model.name();
  }

  /** Returns the operations, the popular ones first. */
  List<String> operations() {
    return operations;
  }

  /** Returns the structures, unions and enumerations that members refer to. */
  Set<String> types() {
    return types;
  }

  Set<String> errors() {
    return errors;
  }

  /** Returns the places of each member, the best one first. */
  Map<String, Set<Place>> members() {
    return members;
  }

  /** Returns the enumerations of each value. */
  Map<String, Set<Place>> values() {
    return values;
  }

  /**
   * Returns one entry per name and kind, where members of requests, responses and shapes are one.
   */
  List<Entry> entries() {
    List<Entry> entries = new ArrayList<>();
    for (String operation : operations) {
      entries.add(new Entry(operation, kind(operation), operation, 0));
    }
    for (String error : errors) {
      entries.add(new Entry(error, Kind.ERROR, error, 0));
    }
    errorCodes.forEach((code, shape) -> entries.add(new Entry(code, Kind.ERROR_CODE, shape, 0)));
    for (String type : types) {
      entries.add(new Entry(type, Kind.TYPE, type, 0));
    }
    members.forEach((name, places) -> entries.add(entry(name, places)));
    values.forEach((name, places) -> entries.add(entry(name, places)));
    return entries;
  }

  Kind kind(String operation) {
    return popular.contains(operation) ? Kind.POPULAR_OPERATION : Kind.OPERATION;
  }

  private static Entry entry(String name, Set<Place> places) {
    Place best = places.iterator().next();
    return new Entry(name, best.kind(), best.owner(), places.size() - 1);
  }

  private void readShapes() {
    Set<String> used = new LinkedHashSet<>();
    for (String name : model.shapeNames()) {
      Shape shape = model.findShape(name);
      if (shape instanceof StructureShape structure) {
        for (Member member : structure.members()) {
          used.add(member.shape().name());
        }
      } else if (shape instanceof ListShape list) {
        used.add(list.element().shape().name());
      } else if (shape instanceof MapShape map) {
        used.add(map.value().shape().name());
      }
    }
    for (String name : model.shapeNames()) {
      Shape shape = isIndexed(name) ? model.findShape(name) : null;
      if (shape instanceof StructureShape structure) {
        readStructure(structure, used);
      } else if (shape != null && shape.traits().get("enum") instanceof List<?> list) {
        types.add(name);
        for (Object value : list) {
          add(values, String.valueOf(value), name, Kind.VALUE);
        }
      }
    }
  }

  private void readStructure(StructureShape structure, Set<String> used) {
    if (structure.isError()) {
      errors.add(structure.name());
      if (!structure.errorCode().equals(structure.name()) && isName(structure.errorCode())) {
        errorCodes.putIfAbsent(structure.errorCode(), structure.name());
      }
    } else if (used.contains(structure.name())) {
      types.add(structure.name());
    }
  }

  private void addMembers() {
    for (String operation : operations) {
      OperationModel found = model.operation(operation);
      addMembers(found.input(), operation, Kind.REQUEST_MEMBER);
    }
    for (String operation : operations) {
      OperationModel found = model.operation(operation);
      addMembers(found.output(), operation, Kind.RESPONSE_MEMBER);
    }
    for (Set<String> owners : List.of(types, errors)) {
      for (String owner : owners) {
        addMembers(
            model.findShape(owner) instanceof StructureShape shape ? shape : null,
            owner,
            Kind.FIELD);
      }
    }
  }

  private void addMembers(@Nullable StructureShape shape, String owner, Kind kind) {
    for (String name : shape == null ? List.<String>of() : shape.memberNames()) {
      add(members, name, owner, kind);
    }
  }

  /** Whether an operation or shape has a page and can be found. */
  private static boolean isIndexed(String name) {
    return Names.hasPage(name) && isName(name);
  }

  private static boolean isName(String name) {
    return name.length() <= LONGEST && !Words.of(name).words().isEmpty();
  }

  private static void add(Map<String, Set<Place>> names, String name, String owner, Kind kind) {
    if (isName(name)) {
      names.computeIfAbsent(name, key -> new LinkedHashSet<>()).add(new Place(owner, kind));
    }
  }
}
