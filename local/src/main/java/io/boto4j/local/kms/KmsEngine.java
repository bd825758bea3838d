package io.boto4j.local.kms;

import io.boto4j.local.engine.Engine;
import io.boto4j.local.engine.EngineCall;
import io.boto4j.local.engine.EngineContext;
import io.boto4j.local.engine.OperationTable;
import java.time.Instant;
import java.util.Map;
import java.util.Set;

/** The KMS of one account and region. */
final class KmsEngine implements Engine {
  /** The operations after which something may become due earlier. */
  private static final Set<String> SCHEDULING =
      Set.of("ScheduleKeyDeletion", "EnableKeyRotation", "ImportKeyMaterial", "ReplicateKey");

  private final OperationTable table;
  private final Keys keys;
  private final Rotation rotation;
  private final KeyPolicies keyPolicies;

  /** When the next key must be rotated, deleted or emptied; known after the first call. */
  private volatile Instant due = Instant.MIN;

  KmsEngine(EngineContext context) {
    table = new OperationTable(context.store());
    keys = new Keys(context);
    rotation = new Rotation(keys);
    keyPolicies = new KeyPolicies(keys);
    new KeyAdministration(keys).register(table);
    new Aliases(keys).register(table);
    new Grants(keys).register(table);
    new Encryption(keys).register(table);
    new Signing(keys).register(table);
    new Macs(keys).register(table);
    new KeyImport(keys).register(table);
    rotation.register(table);
  }

  @Override
  public Set<String> operations() {
    return table.operations();
  }

  @Override
  public Map<String, ?> call(EngineCall call) {
    // What the clock brings is done when the next call comes, so that nothing is lost by a restart.
    if (!keys.now().isBefore(due)) {
      table.change(
          () -> {
            due = rotation.maintain();
            return true;
          });
    }
    keyPolicies.check(call);
    Map<String, ?> answer = table.call(call);
    if (SCHEDULING.contains(call.operation())) {
      due = Instant.MIN;
    }
    return answer;
  }
}
