package io.boto4j.examples.interfaces;

import io.boto4j.Session;
import io.boto4j.error.ServiceException;
import io.boto4j.typed.Await;
import io.boto4j.typed.Operation;
import io.boto4j.typed.Param;
import io.boto4j.typed.Result;
import io.boto4j.typed.Service;
import io.boto4j.typed.Typed;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/** Starts two instances, switches one off and on, and lists them with their tags. */
class Ec2Instances {
  record Tag(String key, String value) {}

  record Tags(String resourceType, List<Tag> tags) {}

  record Filter(String name, List<String> values) {}

  record Change(String before, String after) {}

  record Instance(String name, String state, String type, String zone, Optional<String> key) {}

  @Service("ec2")
  interface Ec2 {
    @Operation("DescribeImages") @Result("Images[0].ImageId") String firstImage(@Param("Owners") String... owners);

    @Operation("RunInstances") @Result("Instances[].InstanceId")
    List<String> run(@Param("ImageId") String image, @Param("InstanceType") String type,
        @Param("MinCount") int least, @Param("MaxCount") int most, @Param("TagSpecifications") Tags... tags);

    @Await("InstanceRunning") void awaitRunning(@Param("InstanceIds") List<String> ids);

    @Await("InstanceStopped") void awaitStopped(@Param("InstanceIds") List<String> ids);

    @Operation("StopInstances")
    @Result("StoppingInstances[].{before: PreviousState.Name, after: CurrentState.Name}")
    List<Change> stop(@Param("InstanceIds") List<String> ids, @Param("DryRun") boolean dryRun);

    @Operation("StartInstances")
    @Result("StartingInstances[].{before: PreviousState.Name, after: CurrentState.Name}")
    List<Change> start(@Param("InstanceIds") List<String> ids, @Param("DryRun") boolean dryRun);

    @Operation("DescribeInstances")
    @Result("Reservations[].Instances[].{name: Tags[?Key == 'Name'] | [0].Value, state: State.Name, "
        + "type: InstanceType, zone: Placement.AvailabilityZone, key: KeyName}")
    Iterable<Instance> instances(@Param("Filters") Filter... filters);

    @Operation("TerminateInstances") void terminate(@Param("InstanceIds") List<String> ids);

    @Operation("DescribeRegions") @Result("length(Regions)") int regions();
  }

  static void change(BiFunction<List<String>, Boolean, List<Change>> operation, List<String> ids) {
    for (var dryRun : List.of(true, false)) {
      try {
        for (var state : operation.apply(ids, dryRun)) {
          System.out.println(state.before() + " -> " + state.after());
        }
      } catch (ServiceException e) {
        e.rethrowUnless("DryRunOperation");
      }
    }
  }

  public static void main(String[] args) {
    var ec2 = Typed.of(Session.create(), Ec2.class);
    var tags = new Tags("instance", List.of(new Tag("Name", "web"), new Tag("env", "dev")));
    var ids = ec2.run(ec2.firstImage("amazon"), "t3.micro", 2, 2, tags);
    ec2.awaitRunning(ids);
    var first = ids.subList(0, 1);
    change(ec2::stop, first);
    ec2.awaitStopped(first);
    change(ec2::start, first);

    for (var instance : ec2.instances(new Filter("tag:env", List.of("dev")))) {
      System.out.println(instance.name() + " is " + instance.state() + ", " + instance.type() + " in "
          + instance.zone() + ", key " + instance.key().orElse("none"));
    }
    ec2.terminate(ids);
    System.out.println(ec2.regions() > 5 ? "many regions" : "few regions");
  }
}
