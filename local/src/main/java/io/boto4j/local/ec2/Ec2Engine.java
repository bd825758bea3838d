package io.boto4j.local.ec2;

import io.boto4j.local.engine.Engine;
import io.boto4j.local.engine.EngineCall;
import io.boto4j.local.engine.EngineContext;
import java.time.Duration;
import java.util.Map;
import java.util.Set;

/** The EC2 of one account and region. */
final class Ec2Engine implements Engine {
  private final Ec2State state;

  Ec2Engine(EngineContext context, Duration delay) {
    this.state = new Ec2State(context, delay);
    SecurityGroups groups = new SecurityGroups(state);
    Networks networks = new Networks(state, groups);
    Images images = new Images(state);
    KeyPairs keyPairs = new KeyPairs(state);
    Addresses addresses = new Addresses(state);
    Instances instances = new Instances(state, addresses);
    networks.open();
    networks.register();
    new Subnets(state).register();
    new Gateways(state).register();
    new RouteTables(state).register();
    groups.register();
    new GroupRules(state, groups).register();
    new Zones(state).register();
    images.register();
    new InstanceTypes().register(state.table);
    keyPairs.register();
    instances.register();
    new InstanceLaunch(state, instances, groups, images).register();
    new InstanceAttributes(state, instances).register();
    new Volumes(state, instances).register();
    new Snapshots(state).register();
    new NetworkInterfaces(state, instances).register();
    addresses.register();
    new ResourceTags(state).register();
  }

  @Override
  public Set<String> operations() {
    return state.table.operations();
  }

  @Override
  public Map<String, ?> call(EngineCall call) {
    if (Boolean.TRUE.equals(call.input().bool("DryRun"))) {
      throw Ec2Errors.dryRun();
    }
    return state.table.call(call);
  }
}
