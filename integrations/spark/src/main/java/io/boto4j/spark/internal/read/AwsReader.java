package io.boto4j.spark.internal.read;

import io.boto4j.Client;
import io.boto4j.Response;
import io.boto4j.error.Boto4jException;
import io.boto4j.model.OperationModel;
import io.boto4j.model.Shape;
import io.boto4j.spark.internal.RateLimit;
import io.boto4j.spark.internal.SessionSpec;
import io.boto4j.spark.internal.TaskSleeper;
import java.io.IOException;
import java.util.Collections;
import java.util.Iterator;
import java.util.Map;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.connector.metric.CustomTaskMetric;
import org.apache.spark.sql.connector.read.PartitionReader;
import org.jspecify.annotations.Nullable;

/**
 * The reader of one partition: page after page, keeping one page in memory.
 *
 * <p>It keeps nothing between attempts, so a task that Spark repeats reads its partition from the
 * beginning, and Spark uses the rows of one attempt only.
 */
final class AwsReader implements PartitionReader<InternalRow> {
  private final ReadSpec spec;
  private final AwsPartition partition;
  private final int limit;
  private final RateLimit units;
  private final boolean limitsUnits;
  private final ReadMetrics metrics;
  private final Client client;
  private final OperationModel operation;
  private final RowMaker rowMaker;
  private final RowKind kind;

  private @Nullable Iterator<Response> pages;
  private Iterator<?> rows = Collections.emptyIterator();
  private boolean firstPage = true;
  private boolean ended;
  private int count;
  private @Nullable InternalRow row;

  AwsReader(AwsReaderFactory factory, AwsPartition partition) {
    this.spec = factory.spec();
    this.partition = partition;
    this.limit = factory.limit();
    TaskSleeper sleeper = new TaskSleeper();
    this.limitsUnits = !Double.isInfinite(factory.readUnitsPerSecond());
    this.units = new RateLimit(factory.readUnitsPerSecond(), System::nanoTime, sleeper);
    this.metrics =
        new ReadMetrics(new RateLimit(factory.requestsPerSecond(), System::nanoTime, sleeper));
    String region = partition.own().region();
    SessionSpec session = region == null ? spec.session() : spec.session().withRegion(region);
    this.client = session.client(spec.service()).with(metrics);
    this.operation = client.model().operation(spec.operation());
    this.kind = RowKind.of(spec, operation, partition);
    this.rowMaker =
        new RowMaker(factory, String.valueOf(client.region()), partition.given().json());
  }

  /** The form of the elements of a page. */
  private enum RowKind {
    ITEM,
    COUNT,
    VALUE,
    STRUCTURE;

    static RowKind of(ReadSpec spec, OperationModel operation, AwsPartition partition) {
      if (spec.nativeItems()) {
        return "COUNT".equals(partition.pushed().parameters().get("Select")) ? COUNT : ITEM;
      }
      Shape shape = ResultPath.shape(operation, spec.resultKey());
      return ResultPath.isSingleValue(shape) ? VALUE : STRUCTURE;
    }
  }

  @Override
  public boolean next() throws IOException {
    if (ended || (limit > 0 && count == limit)) {
      return false;
    }
    try {
      Object element = element();
      if (element == null) {
        ended = true;
        return false;
      }
      row = rowMaker.row(item(element));
    } catch (Boto4jException | IllegalStateException e) {
      throw new IOException(Failures.message(spec, operation, partition.own(), e), e);
    }
    count++;
    metrics.item();
    return true;
  }

  /** Returns the next element, or null at the end. */
  private @Nullable Object element() {
    while (!rows.hasNext()) {
      Response page = page();
      if (page == null) {
        return null;
      }
      rows = elements(page);
    }
    Object element = rows.next();
    return isBehind(element) ? null : element;
  }

  private boolean isBehind(Object element) {
    String last = partition.lastKey();
    return last != null
        && element instanceof Map<?, ?> object
        && object.get("Key") instanceof String key
        && KeyRanges.ORDER.compare(key, last) > 0;
  }

  private Iterator<?> elements(Response page) {
    if (kind == RowKind.COUNT) {
      Integer number = page.integer("Count");
      return Collections.nCopies(number == null ? 0 : number, Map.of()).iterator();
    }
    return ResultPath.rows(page, spec.resultKey()).iterator();
  }

  private Map<?, ?> item(Object element) {
    return switch (kind) {
      case ITEM -> Attributes.item((Map<?, ?>) element);
      case VALUE -> Map.of("value", element);
      case STRUCTURE, COUNT -> (Map<?, ?>) element;
    };
  }

  /** Returns the next page, or null after the last. */
  private @Nullable Response page() {
    if (limitsUnits) {
      waitForUnits();
    }
    Response page = firstPage ? first() : following();
    firstPage = false;
    if (page != null && limitsUnits) {
      Double used = page.real("ConsumedCapacity", "CapacityUnits");
      units.charge(used == null ? 0 : used);
    }
    return page;
  }

  private void waitForUnits() {
    try {
      units.take(0);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("The task was interrupted while it waited for its rate.", e);
    }
  }

  /** A service that refuses what the query added to the parameters is read without it. */
  private @Nullable Response first() {
    try {
      return open(partition.pushed());
    } catch (Boto4jException e) {
      if (partition.pushed().equals(partition.own()) || !Failures.isOfParameters(e)) {
        throw e;
      }
      return open(partition.own());
    }
  }

  private @Nullable Response open(ParameterSet set) {
    Map<String, Object> parameters = set.parameters();
    if (limitsUnits) {
      // Both forms have the total, without which nothing could be charged.
      parameters.compute(
          "ReturnConsumedCapacity", (name, own) -> "INDEXES".equals(own) ? own : "TOTAL");
    }
    if (!spec.paginated()) {
      return client.call(operation.name(), parameters);
    }
    pages = client.paginator(operation.name()).pages(parameters).iterator();
    return following();
  }

  private @Nullable Response following() {
    return pages != null && pages.hasNext() ? pages.next() : null;
  }

  @Override
  public InternalRow get() {
    if (row == null) {
      throw new IllegalStateException("There is no row before the first next().");
    }
    return row;
  }

  @Override
  public CustomTaskMetric[] currentMetricsValues() {
    return metrics.values();
  }

  @Override
  public void close() {
    ended = true;
  }
}
