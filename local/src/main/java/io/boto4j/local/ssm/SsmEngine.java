package io.boto4j.local.ssm;

import io.boto4j.local.engine.Engine;
import io.boto4j.local.engine.EngineCall;
import io.boto4j.local.engine.EngineContext;
import io.boto4j.local.engine.OperationTable;
import java.util.Map;
import java.util.Set;

/**
 * The Systems Manager of one account and region: parameters, documents, commands, maintenance
 * windows and patch baselines.
 */
final class SsmEngine implements Engine {
  private final OperationTable table;

  SsmEngine(EngineContext context) {
    table = new OperationTable(context.store());
    Parameters parameters = new Parameters(context);
    Documents documents = new Documents(context);
    SecureStrings secure = new SecureStrings(context, parameters);
    new ParameterWrites(parameters, secure, table).register();
    new ParameterReads(parameters, new PublicParameters(context), secure).register(table);
    documents.register(table);
    new Commands(context, documents).register(table);
    MaintenanceWindows windows = new MaintenanceWindows(context);
    windows.register(table);
    PatchBaselines baselines = new PatchBaselines(context);
    baselines.register(table);
    new ResourceTags(parameters, documents, windows.windows, baselines.baselines).register(table);
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
