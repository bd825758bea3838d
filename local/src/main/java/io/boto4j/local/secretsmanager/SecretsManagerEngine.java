package io.boto4j.local.secretsmanager;

import io.boto4j.local.engine.Engine;
import io.boto4j.local.engine.EngineCall;
import io.boto4j.local.engine.EngineContext;
import io.boto4j.local.engine.OperationTable;
import java.util.Map;
import java.util.Set;

/** The Secrets Manager of one account and region. */
final class SecretsManagerEngine implements Engine {
  private final OperationTable table;

  SecretsManagerEngine(EngineContext context) {
    table = new OperationTable(context.store());
    Secrets secrets = new Secrets(context);
    SecretValues values = new SecretValues(secrets);
    values.register(table);
    new SecretAdministration(secrets, values).register(table);
    new SecretRotation(secrets, table).register();
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
