package io.boto4j.model.derived;

import io.boto4j.model.ListShape;
import io.boto4j.model.Member;
import io.boto4j.model.ModelPart;
import io.boto4j.model.OperationModel;
import io.boto4j.model.ServiceModel;
import io.boto4j.model.Shape;
import io.boto4j.model.ShapeType;
import io.boto4j.model.StructureShape;
import io.boto4j.model.resource.Binding;
import io.boto4j.model.resource.ShapePath;
import io.boto4j.model.resource.Source;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The operations of a service as the rules see them. */
final class Api {
  private final ServiceModel model;
  private final Map<String, OperationModel> operations = new LinkedHashMap<>();
  private final Map<String, Object> paginators;

  Api(ServiceModel model) {
    this.model = model;
    this.paginators = model.part(ModelPart.PAGINATORS);
    for (String each : model.operationNames()) {
      operations.put(each, model.operation(each));
    }
  }

  String service() {
    return model.name();
  }

  Map<String, Object> waiters() {
    return model.part(ModelPart.WAITERS);
  }

  Iterable<OperationModel> operations() {
    return operations.values();
  }

  @Nullable OperationModel find(String operation) {
    return operations.get(operation);
  }

  /** Returns the verb of an operation; {@code BatchGet} and the like count as one. */
  static String verb(String operation) {
    String first = Words.first(operation);
    boolean two = first.equals("Batch") || first.equals("Admin");
    return two && operation.length() > first.length()
        ? first + Words.first(operation.substring(first.length()))
        : first;
  }

  static String noun(String operation) {
    return operation.substring(verb(operation).length());
  }

  /** Returns the operations with a verb and the plural of a noun. */
  List<OperationModel> plural(String verb, String noun) {
    List<OperationModel> found = new ArrayList<>();
    for (String plural : Words.plurals(noun)) {
      OperationModel operation = find(verb + plural);
      if (operation != null) {
        found.add(operation);
      }
    }
    return found;
  }

  /** Returns the required members of an operation's input, in order, without those of paging. */
  Set<String> required(OperationModel operation) {
    Set<String> required = new LinkedHashSet<>();
    StructureShape input = operation.input();
    if (input != null) {
      for (int i = 0; i < input.requiredCount(); i++) {
        required.add(input.member(input.requiredIndex(i)).name());
      }
      for (Member each : input.members()) {
        if (DerivedExceptions.isRequired(service(), noun(operation.name()), each.name())) {
          required.add(each.name());
        }
      }
      required.removeIf(each -> isPageSize(operation, each));
    }
    return required;
  }

  /** Returns the required members that can identify something: no flags, times and structures. */
  Set<String> requiredScalars(OperationModel operation) {
    Set<String> required = required(operation);
    StructureShape input = operation.input();
    required.removeIf(
        each -> {
          Member member = input == null ? null : input.member(each);
          return member != null && !IdentifierNames.isScalar(member);
        });
    return required;
  }

  /** Returns the largest page that an operation requires as a parameter; null if it needs none. */
  @Nullable Binding pageSize(OperationModel operation) {
    StructureShape input = operation.input();
    for (int i = 0; input != null && i < input.requiredCount(); i++) {
      Member member = input.member(input.requiredIndex(i));
      if (isPageSize(operation, member.name())
          && member.shape().traits().get("max") instanceof Number max) {
        return new Binding(member.name(), new Source(Source.Kind.CONSTANT, max.longValue()));
      }
    }
    return null;
  }

  private boolean isPageSize(OperationModel operation, String member) {
    boolean limits =
        paginators.get(operation.name()) instanceof Map<?, ?> paginator
            && member.equals(paginator.get("limit_key"));
    StructureShape input = operation.input();
    Member found = input == null ? null : input.member(member);
    return limits && found != null && found.shape().traits().get("max") instanceof Number;
  }

  /** Returns the lists that a response consists of, by their paths. */
  Map<String, Shape> lists(OperationModel operation) {
    Map<String, Shape> lists = new LinkedHashMap<>();
    StructureShape output = operation.output();
    if (output == null) {
      return lists;
    }
    if (paginators.get(operation.name()) instanceof Map<?, ?> paginator) {
      Object key = paginator.get("result_key");
      for (Object each : key instanceof List<?> several ? several : List.of(String.valueOf(key))) {
        addList(lists, output, String.valueOf(each));
      }
    }
    if (lists.isEmpty()) {
      output.members().forEach(each -> addList(lists, output, each.name()));
    }
    return lists;
  }

  static void addList(Map<String, Shape> lists, StructureShape output, String path) {
    if (ShapePath.isSimple(path)
        && ShapePath.find(output, path).orElse(null) instanceof ListShape list) {
      Shape element = list.element().shape();
      if (element.type() == ShapeType.STRUCTURE || element.type() == ShapeType.STRING) {
        lists.put(path, element);
      }
    }
  }
}
