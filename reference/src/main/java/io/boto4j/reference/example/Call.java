package io.boto4j.reference.example;

import io.boto4j.model.ListShape;
import io.boto4j.model.Member;
import io.boto4j.model.OperationModel;
import io.boto4j.model.ServiceModel;
import io.boto4j.model.Shape;
import io.boto4j.model.StructureShape;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A call to write as a program.
 *
 * @param service the service
 * @param operation the operation
 * @param input the parameters
 * @param returned the members of the response that are known to be set; empty if none are known
 */
record Call(
    ServiceModel service, OperationModel operation, Value.Entries input, Set<String> returned) {
  Call(ServiceModel service, OperationModel operation, Value.Entries input) {
    this(service, operation, input, Set.of());
  }

  /** Services whose names are fine for a client, but not for an element. */
  private static final Set<String> NAMES = Set.of("lambda", "events");

  /** Returns the name of a variable for the client. */
  String client() {
    if (NAMES.contains(service.name())) {
      return service.name();
    }
    String name = Nouns.variable(service.name());
    return name.equals("item") ? "client" : name;
  }

  /** Returns what to print of the response, with a variable that differs from the client's. */
  Reading reading() {
    return distinct(Readings.of(operation, returned));
  }

  /** Returns how the items of all pages are printed, or null if that is not the natural way. */
  Reading.@Nullable Each items() {
    if (!(ModelParts.of(service).paginators().get(operation.name()) instanceof Map<?, ?> paging)
        || setsPage(paging)) {
      return null;
    }
    List<String> path = List.of(String.valueOf(first(paging.get("result_key"))).split("\\.", -1));
    Shape shape = operation.output();
    for (String name : path) {
      Member member = shape instanceof StructureShape structure ? structure.member(name) : null;
      if (member == null) {
        return null;
      }
      shape = member.shape();
    }
    Reading each =
        shape instanceof ListShape list ? new Readings(operation, returned).each(path, list) : null;
    return each == null ? null : (Reading.Each) distinct(each);
  }

  private boolean setsPage(Map<?, ?> paging) {
    for (String key : List.of("limit_key", "input_token")) {
      Object names = paging.get(key);
      for (Object name : names instanceof List<?> list ? list : List.of(String.valueOf(names))) {
        if (input.entries().containsKey(String.valueOf(name))) {
          return true;
        }
      }
    }
    return false;
  }

  private static @Nullable Object first(@Nullable Object value) {
    return value instanceof List<?> list ? list.get(0) : value;
  }

  private Reading distinct(Reading reading) {
    return reading instanceof Reading.Each each && each.element().equals(client())
        ? new Reading.Each(each.path(), "item", each.fields())
        : reading;
  }
}
