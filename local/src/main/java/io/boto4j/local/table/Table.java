package io.boto4j.local.table;

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

/** Documents of one kind in the store of an engine, by key. Safe for use by multiple threads. */
public final class Table {
  private final Store store;
  private final MVMap<String, Object> map;

  /**
   * Opens a table.
   *
   * @param store the store of the engine
   * @param name the name of the map in the store
   */
  public Table(Store store, String name) {
    this.store = store;
    this.map = store.map(name);
  }

  /**
   * Returns a document.
   *
   * @param key the key
   * @return the document, or null if there is none
   */
  public @Nullable Structure get(String key) {
    Object document = map.get(key);
    return document == null ? null : structure(document);
  }

  private static Structure structure(Object document) {
    @SuppressWarnings("unchecked") // only put() writes documents
    Map<String, ?> members = (Map<String, ?>) document;
    return Structures.of(members);
  }

  /**
   * Puts a copy of a document. Must be called within {@link #write}.
   *
   * @param key the key
   * @param document the document
   */
  public void put(String key, Map<String, ?> document) {
    map.put(key, new LinkedHashMap<>(document));
  }

  /**
   * Removes a document. Must be called within {@link #write}, unless it may come back.
   *
   * @param key the key
   */
  public void remove(String key) {
    map.remove(key);
  }

  /**
   * Makes changes, in any table of the store, and returns when they are durable.
   *
   * @param changes makes the changes
   */
  public void write(Runnable changes) {
    store.write(changes);
  }

  /**
   * Returns documents in the order of their keys.
   *
   * @param prefix what the keys begin with; an empty text for all documents
   * @return the documents by key, as a copy
   */
  public Map<String, Structure> all(String prefix) {
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

  /**
   * Returns one page of a list.
   *
   * @param member the name of the list in the page
   * @param all the whole list
   * @param from the number of elements on the pages before
   * @param size the most elements on the page
   * @return the list, and {@code NextToken}, the number of elements so far, if there are more
   */
  public static Map<String, Object> page(String member, List<?> all, int from, int size) {
    int first = Math.max(0, Math.min(from, all.size()));
    int last = Math.min(first + size, all.size());
    Map<String, Object> page = new LinkedHashMap<>();
    page.put(member, new ArrayList<>(all.subList(first, last)));
    if (last < all.size()) {
      page.put("NextToken", Integer.toString(last));
    }
    return page;
  }

  /**
   * Returns a map of texts in a document.
   *
   * @param document the document
   * @param member the name of the map
   * @return the texts by name, as a copy that can be changed
   */
  public static Map<String, String> texts(Structure document, String member) {
    Map<String, String> texts = new TreeMap<>();
    document.map(member).forEach((name, value) -> texts.put(name, String.valueOf(value)));
    return texts;
  }
}
