package io.boto4j.local.sqs;

import io.boto4j.Structure;
import io.boto4j.Structures;
import io.boto4j.local.engine.EngineContext;
import io.boto4j.local.engine.EngineException;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Supplier;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/** The queues of a world. */
final class Queues {
  final EngineContext context;
  private final MVMap<String, Object> stored;
  private final ConcurrentSkipListMap<String, Queue> byName = new ConcurrentSkipListMap<>();
  private volatile boolean closed;

  Queues(EngineContext context) {
    this.context = context;
    this.stored = context.store().map("queues");
    for (Map.Entry<String, Object> entry : stored.entrySet()) {
      @SuppressWarnings("unchecked") // the document that save() puts
      Structure document = Structures.of((Map<String, ?>) entry.getValue());
      byName.put(entry.getKey(), new Queue(context, entry.getKey(), document));
    }
  }

  long nowMillis() {
    return context.clock().millis();
  }

  Iterable<Queue> all() {
    return byName.values();
  }

  @Nullable Queue find(String name) {
    return byName.get(name);
  }

  /** Finds a queue by its ARN, if it is one of this account and region. */
  @Nullable Queue findByArn(String arn) {
    Queue queue = byName.get(arn.substring(arn.lastIndexOf(':') + 1));
    return queue != null && queue.arn.equals(arn) ? queue : null;
  }

  /**
   * Returns the queue of a call.
   *
   * @param url the URL of the queue, on any host, or its name
   * @throws EngineException if there is no such queue
   */
  Queue get(@Nullable String url) {
    if (url == null || url.isEmpty()) {
      throw SqsErrors.missing("QueueUrl");
    }
    Queue queue = byName.get(url.substring(url.lastIndexOf('/') + 1));
    if (queue == null) {
      throw SqsErrors.noQueue();
    }
    return queue;
  }

  /**
   * Makes changes to a queue durably. The lock of the queue is held; its messages are up to date.
   */
  <T> T write(Queue queue, Supplier<T> changes) {
    return context.store().write(() -> read(queue, changes));
  }

  /** Looks at a queue. The lock of the queue is held; its messages are up to date. */
  <T> T read(Queue queue, Supplier<T> look) {
    queue.lock.lock();
    try {
      if (queue.isDeleted()) {
        throw SqsErrors.noQueue();
      }
      queue.settle(nowMillis());
      return look.get();
    } finally {
      queue.lock.unlock();
    }
  }

  /** Stores the attributes and tags of a queue. Called within a write. */
  void save(Queue queue) {
    stored.put(queue.name, queue.document());
  }

  /** Adds a queue. Called within a write. */
  synchronized Queue create(String name, Structure document) {
    Queue existing = byName.get(name);
    if (existing != null) {
      return existing;
    }
    stored.put(name, document);
    Queue queue = new Queue(context, name, document);
    byName.put(name, queue);
    return queue;
  }

  /** Removes a queue and its messages. */
  void delete(Queue queue) {
    write(
        queue,
        () -> {
          queue.delete();
          synchronized (this) {
            byName.remove(queue.name, queue);
            stored.remove(queue.name);
            context.store().removeMap(Queue.mapName(queue.name));
            context.store().removeMap(Queue.deduplicationMapName(queue.name));
          }
          return true;
        });
  }

  /** Ends all long polls. */
  void close() {
    closed = true;
    for (Queue queue : all()) {
      wake(queue);
    }
  }

  boolean isClosed() {
    return closed;
  }

  static void wake(Queue queue) {
    queue.lock.lock();
    try {
      queue.changed.signalAll();
    } finally {
      queue.lock.unlock();
    }
  }
}
