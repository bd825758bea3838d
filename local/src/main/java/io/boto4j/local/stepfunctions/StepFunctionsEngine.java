package io.boto4j.local.stepfunctions;

import io.boto4j.local.engine.Engine;
import io.boto4j.local.engine.EngineCall;
import io.boto4j.local.engine.EngineContext;
import java.util.Map;
import java.util.Set;

/** The Step Functions of one account and region. */
final class StepFunctionsEngine implements Engine {
  private final SfnState state;
  private final Tasks tasks;

  StepFunctionsEngine(EngineContext context) {
    this.state = new SfnState(context);
    this.tasks = new Tasks(state);
    Runner runner = new Runner(state, tasks);
    tasks.register(runner);
    new StateMachines(state).register();
    new Executions(state, runner).register();
    new SfnTags(state).register();
    runner.resume();
  }

  @Override
  public Set<String> operations() {
    return state.table.operations();
  }

  @Override
  public Map<String, ?> call(EngineCall call) {
    return state.table.call(call);
  }

  @Override
  public void close() {
    tasks.close();
  }
}
