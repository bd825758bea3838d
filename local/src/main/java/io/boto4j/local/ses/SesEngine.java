package io.boto4j.local.ses;

import io.boto4j.local.engine.Engine;
import io.boto4j.local.engine.EngineCall;
import io.boto4j.local.engine.EngineContext;
import io.boto4j.local.engine.OperationTable;
import java.util.Map;
import java.util.Set;

/** The SES of one account and region. */
final class SesEngine implements Engine {
  private final OperationTable table;

  SesEngine(EngineContext context) {
    this.table = new OperationTable(context.store());
    Identities identities = new Identities(context);
    Templates templates = new Templates(context);
    ConfigurationSets sets = new ConfigurationSets(context);
    Mailbox mailbox = new Mailbox(context);
    identities.register(table);
    templates.register(table);
    sets.register(table);
    mailbox.register(table);
    new Sending(context, identities, templates, sets, mailbox, table).register();
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
