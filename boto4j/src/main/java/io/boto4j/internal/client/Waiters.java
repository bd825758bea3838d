package io.boto4j.internal.client;

import io.boto4j.error.UnknownWaiterException;
import io.boto4j.internal.text.Printable;
import io.boto4j.internal.waiting.WaiterDefinition;
import io.boto4j.model.ModelPart;
import io.boto4j.model.NearNames;
import io.boto4j.model.ServiceModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The waiters of one service, each read from the model once. Thread-safe. */
public final class Waiters {
  private final Map<String, Object> definitions;

  /** Definitions by the spelling that the caller used. */
  private final ConcurrentHashMap<String, WaiterDefinition> known = new ConcurrentHashMap<>();

  /**
   * Creates the waiters of a service.
   *
   * @param service the service's model
   */
  public Waiters(ServiceModel service) {
    this.definitions = service.part(ModelPart.WAITERS);
  }

  /**
   * Returns a waiter of the model.
   *
   * @param name the name, in any of its spellings
   * @return its definition
   * @throws UnknownWaiterException if the service has no such waiter
   */
  public WaiterDefinition of(String name) {
    WaiterDefinition definition = known.get(name);
    if (definition == null) {
      definition = find(name, definitions);
      known.put(name, definition);
    }
    return definition;
  }

  /**
   * Returns a waiter of a document in the form of botocore's {@code waiters-2.json}.
   *
   * @param name the name, in any of its spellings
   * @param document the document
   * @return the waiter's definition
   * @throws UnknownWaiterException if the document has no such waiter
   */
  public static WaiterDefinition of(String name, Map<String, ?> document) {
    return find(name, WaiterDefinition.inDocument(document));
  }

  private static WaiterDefinition find(String name, Map<?, ?> definitions) {
    String wanted = plain(name);
    List<String> names = new ArrayList<>();
    for (Map.Entry<?, ?> entry : definitions.entrySet()) {
      String each = String.valueOf(entry.getKey());
      if (plain(each).equals(wanted)) {
        return WaiterDefinition.of(each, entry.getValue());
      }
      names.add(each);
    }
    throw new UnknownWaiterException(Printable.of(name), NearNames.hint(name, names));
  }

  private static String plain(String name) {
    return name.replace("_", "").toLowerCase(Locale.ROOT);
  }
}
