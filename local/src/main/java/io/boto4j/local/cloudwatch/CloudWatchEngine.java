package io.boto4j.local.cloudwatch;

import io.boto4j.local.engine.Engine;
import io.boto4j.local.engine.EngineCall;
import io.boto4j.local.engine.EngineContext;
import io.boto4j.local.engine.OperationTable;
import java.util.Map;
import java.util.Set;

/** The CloudWatch of one account and region. */
final class CloudWatchEngine implements Engine {
  private final OperationTable table;

  CloudWatchEngine(EngineContext context) {
    this.table = new OperationTable(context.store());
    Metrics metrics = new Metrics(context);
    AlarmStore alarms = new AlarmStore(context);
    AlarmStates states = new AlarmStates(alarms, metrics, table);
    InsightRules rules = new InsightRules(context);
    metrics.register(table);
    new MetricStatistics(metrics).register(table);
    new MetricData(metrics).register(table);
    states.register();
    new Alarms(alarms, states, table).register();
    new Dashboards(context).register(table);
    rules.register(table);
    new Tags(alarms, rules).register(table);
    states.resume();
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
