package io.boto4j.local.sns;

import io.boto4j.Structure;
import io.boto4j.Structures;
import io.boto4j.local.engine.Store;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/** Documents of one kind in the store, by key. */
final class Table {
  private final Store store;
  private final MVMap<String, Object> map;

  Table(Store store, String name) {
    this.store = store;
    this.map = store.map(name);
  }

  @Nullable Structure get(String key) {
    Object document = map.get(key);
    return document == null ? null : structure(document);
  }

  private static Structure structure(Object document) {
    @SuppressWarnings("unchecked") // only put() writes documents
    Map<String, ?> members = (Map<String, ?>) document;
    return Structures.of(members);
  }

  /** Puts a document. Must be called within a write of the store, or be the only change. */
  void put(String key, Map<String, ?> document) {
    map.put(key, new LinkedHashMap<>(document));
  }

  void remove(String key) {
    map.remove(key);
  }

  void write(Runnable changes) {
    store.write(changes);
  }

  /** Returns the documents whose keys begin with a prefix, in the order of their keys. */
  Map<String, Structure> all(String prefix) {
    Map<String, Structure> found = new LinkedHashMap<>();
    Iterator<String> keys = map.keyIterator(prefix);
    while (keys.hasNext()) {
      String key = keys.next();
      if (!key.startsWith(prefix)) {
        break;
      }
      Structure document = get(key);
      if (document != null) {
        found.put(key, document);
      }
    }
    return found;
  }

  /** One page of a list of SNS, whose token is the number of what came before. */
  static Map<String, Object> page(
      String member, List<? extends Object> all, @Nullable String token, int size) {
    int from;
    try {
      from = token == null ? 0 : Integer.parseInt(token);
    } catch (NumberFormatException e) {
      throw SnsErrors.parameter("NextToken");
    }
    int first = Math.max(0, Math.min(from, all.size()));
    int last = Math.min(first + size, all.size());
    Map<String, Object> page = new LinkedHashMap<>();
    page.put(member, new ArrayList<>(all.subList(first, last)));
    if (last < all.size()) {
      page.put("NextToken", Integer.toString(last));
    }
    return page;
  }

  /** A map of texts in a document, as a copy that can be changed. */
  static Map<String, String> texts(Structure document, String member) {
    Map<String, String> texts = new TreeMap<>();
    document.map(member).forEach((name, value) -> texts.put(name, String.valueOf(value)));
    return texts;
  }
}
