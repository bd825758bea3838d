package io.boto4j.local.ssm;

import io.boto4j.local.engine.Engine;
import io.boto4j.local.engine.EngineCall;
import io.boto4j.local.engine.EngineContext;
import io.boto4j.local.engine.OperationTable;
import java.util.Map;
import java.util.Set;

/** The Systems Manager of one account and region: parameters and documents. */
final class SsmEngine implements Engine {
  private final OperationTable table;

  SsmEngine(EngineContext context) {
    table = new OperationTable(context.store());
    Parameters parameters = new Parameters(context);
    Documents documents = new Documents(context);
    SecureStrings secure = new SecureStrings(context, parameters);
    new ParameterWrites(parameters, secure, table).register();
    new ParameterReads(parameters, secure).register(table);
    documents.register(table);
    new ResourceTags(parameters, documents).register(table);
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
