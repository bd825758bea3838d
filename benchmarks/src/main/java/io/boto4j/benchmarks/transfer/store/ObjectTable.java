package io.boto4j.benchmarks.transfer.store;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/** The objects by bucket and key, the uploads in parts, and counts of what was requested. */
final class ObjectTable {
  private final ConcurrentSkipListMap<String, StoredObject> objects = new ConcurrentSkipListMap<>();
  private final Map<String, Upload> uploads = new ConcurrentHashMap<>();
  private final Map<String, LongAdder> counts = new ConcurrentHashMap<>();
  private final AtomicLong ids = new AtomicLong();

  /** The sizes of the parts of an upload. */
  record Upload(List<String> headers, Map<Integer, Long> parts) {}

  @Nullable StoredObject get(String path) {
    return objects.get(path);
  }

  void put(String path, StoredObject object) {
    objects.put(path, object);
  }

  void remove(String path) {
    objects.remove(path);
  }

  /** Returns the objects after a path, in order. */
  Iterable<Map.Entry<String, StoredObject>> after(String path, boolean inclusive) {
    return objects.tailMap(path, inclusive).entrySet();
  }

  /** Returns an entity tag that does not look like an MD5. */
  String newTag(int parts) {
    return String.format("\"%032x-%d\"", ids.incrementAndGet(), parts);
  }

  /** Returns the time in the precision of HTTP's headers. */
  static Instant now() {
    return Instant.now().truncatedTo(ChronoUnit.SECONDS);
  }

  String begin(List<String> headers) {
    String id = "upload-" + ids.incrementAndGet();
    uploads.put(id, new Upload(headers, new ConcurrentHashMap<>()));
    return id;
  }

  /** Records a part; returns false if the upload does not exist. */
  boolean part(String id, int number, long size) {
    Upload upload = uploads.get(id);
    if (upload != null) {
      upload.parts().put(number, size);
    }
    return upload != null;
  }

  /** Makes an object of the parts; returns null if the upload does not exist. */
  @Nullable StoredObject complete(String id, String path) {
    Upload upload = uploads.remove(id);
    if (upload == null) {
      return null;
    }
    long size = 0;
    for (long each : upload.parts().values()) {
      size += each;
    }
    int count = upload.parts().size();
    StoredObject made = new StoredObject(size, newTag(count), now(), count, "", upload.headers());
    objects.put(path, made);
    return made;
  }

  void abort(String id) {
    uploads.remove(id);
  }

  void count(String name, long more) {
    counts.computeIfAbsent(name, any -> new LongAdder()).add(more);
  }

  void reset() {
    objects.clear();
    uploads.clear();
    counts.clear();
  }

  /** Returns the state as lines of a name and a number. */
  String statistics() {
    long bytes = 0;
    for (StoredObject each : objects.values()) {
      bytes += each.size();
    }
    Map<String, Long> all = new TreeMap<>();
    counts.forEach((name, count) -> all.put(name, count.sum()));
    all.put("objects", (long) objects.size());
    all.put("bytes", bytes);
    all.put("unfinished", (long) uploads.size());
    StringBuilder lines = new StringBuilder();
    all.forEach((name, count) -> lines.append(name).append(' ').append(count).append('\n'));
    return lines.toString();
  }
}
