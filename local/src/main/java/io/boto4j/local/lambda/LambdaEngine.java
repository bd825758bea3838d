package io.boto4j.local.lambda;

import io.boto4j.local.LambdaHandler;
import io.boto4j.local.engine.Engine;
import io.boto4j.local.engine.EngineCall;
import io.boto4j.local.engine.EngineContext;
import io.boto4j.local.engine.OperationTable;
import io.boto4j.local.lambda.runtime.Environments;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/** The Lambda of one account and region. */
final class LambdaEngine implements Engine {
  private final OperationTable table;
  private final Pool pool;
  private final Background background;

  LambdaEngine(
      EngineContext context,
      Map<String, LambdaHandler.WithContext> registered,
      Supplier<String> endpoint) {
    table = new OperationTable(context.store());
    Functions functions = new Functions(context, registered.keySet());
    Layers layers = new Layers(functions);
    pool = new Pool(functions, layers, new Environments(endpoint), registered);
    background = new Background(context);
    Runner runner = new Runner(functions, pool);
    InvokeConfigs configs = new InvokeConfigs(functions);
    AsyncInvocations async = new AsyncInvocations(functions, runner, configs, background);
    Permissions permissions = new Permissions(functions);
    Concurrency concurrency = new Concurrency(functions);
    FunctionUrls urls = new FunctionUrls(functions);
    FunctionOperations operations = new FunctionOperations(functions, layers, table, pool::changed);
    operations.onDelete(permissions::functionDeleted);
    operations.onDelete(concurrency::functionDeleted);
    operations.onDelete(configs::functionDeleted);
    operations.onDelete(urls::functionDeleted);
    operations.register();
    new FunctionSettings(functions).register(table);
    new Aliases(functions).register(table);
    permissions.register(table);
    concurrency.register(table);
    configs.register(table);
    urls.register(table);
    layers.register(table);
    new CodeSigning(functions).register(table);
    new Tagging(functions).register(table);
    new Invocations(functions, runner, async).register(table);
    EventSourceMappings mappings = new EventSourceMappings(functions, runner, table, background);
    mappings.register();
    async.resume();
    mappings.resume();
  }

  @Override
  public Set<String> operations() {
    return table.operations();
  }

  @Override
  public Map<String, ?> call(EngineCall call) {
    return table.call(call);
  }

  @Override
  public void close() {
    background.close();
    pool.close();
  }
}
