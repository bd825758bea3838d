package io.boto4j.local.logs;

import io.boto4j.local.engine.Engine;
import io.boto4j.local.engine.EngineCall;
import io.boto4j.local.engine.EngineContext;
import io.boto4j.local.engine.OperationTable;
import java.util.Map;
import java.util.Set;

/** The CloudWatch Logs of one account and region. */
final class LogsEngine implements Engine {
  private final OperationTable table;

  LogsEngine(EngineContext context) {
    table = new OperationTable(context.store());
    LogGroups groups = new LogGroups(context);
    Destinations destinations = new Destinations(groups);
    MetricFilters metrics = new MetricFilters(groups);
    SubscriptionFilters subscriptions = new SubscriptionFilters(groups, destinations);
    GroupOperations operations = new GroupOperations(groups);
    operations.onDelete(metrics::groupDeleted);
    operations.onDelete(subscriptions::groupDeleted);
    operations.register(table);
    new Tagging(groups).register(table);
    new StreamOperations(groups).register(table);
    new PutEvents(
            groups,
            table,
            (group, events) -> {
              metrics.added(group, events);
              subscriptions.added(group, events);
            })
        .register();
    new ReadEvents(groups).register(table);
    metrics.register(table);
    subscriptions.register(table);
    destinations.register(table);
  }

  @Override
  public Set<String> operations() {
    return table.operations();
  }

  @Override
  public Map<String, ?> call(EngineCall call) {
    return table.call(call);
  }
}
