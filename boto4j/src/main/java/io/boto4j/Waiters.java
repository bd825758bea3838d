package io.boto4j;

import io.boto4j.error.UnknownWaiterException;
import io.boto4j.internal.text.NearNames;
import io.boto4j.internal.text.Printable;
import io.boto4j.internal.waiting.WaiterDefinition;
import io.boto4j.model.ModelPart;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The waiters of one client, each read from the model once. */
final class Waiters {
  private final Client client;
  private final Session session;
  private final Map<String, Object> definitions;

  /** By the spelling they were asked for in. */
  private final ConcurrentHashMap<String, WaiterDefinition> known = new ConcurrentHashMap<>();

  Waiters(Client client, Session session) {
    this.client = client;
    this.session = session;
    this.definitions = client.model().part(ModelPart.WAITERS);
  }

  Waiter of(String name) {
    WaiterDefinition definition = known.get(name);
    if (definition == null) {
      definition = find(name, definitions);
      known.put(name, definition);
    }
    return new Waiter(client, session, definition);
  }

  Waiter of(String name, Map<String, ?> document) {
    return new Waiter(client, session, find(name, WaiterDefinition.inDocument(document)));
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
