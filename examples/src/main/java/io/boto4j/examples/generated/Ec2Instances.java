package io.boto4j.examples.generated;

import io.boto4j.Session;
import io.boto4j.error.ServiceException;
import io.boto4j.examples.generated.ec2.DescribeImagesRequest;
import io.boto4j.examples.generated.ec2.DescribeInstancesRequest;
import io.boto4j.examples.generated.ec2.Ec2;
import io.boto4j.examples.generated.ec2.Filter;
import io.boto4j.examples.generated.ec2.Instance;
import io.boto4j.examples.generated.ec2.InstanceStateChange;
import io.boto4j.examples.generated.ec2.InstanceType;
import io.boto4j.examples.generated.ec2.ResourceType;
import io.boto4j.examples.generated.ec2.RunInstancesRequest;
import io.boto4j.examples.generated.ec2.StartInstancesRequest;
import io.boto4j.examples.generated.ec2.StopInstancesRequest;
import io.boto4j.examples.generated.ec2.Tag;
import io.boto4j.examples.generated.ec2.TagSpecification;
import io.boto4j.examples.generated.ec2.TerminateInstancesRequest;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Starts two instances, switches one off and on, and lists them with their tags. */
class Ec2Instances {
  static void change(Function<Boolean, List<InstanceStateChange>> operation) {
    for (var dryRun : List.of(true, false)) {
      try {
        for (var state : operation.apply(dryRun)) {
          System.out.println(state.previousState().name() + " -> " + state.currentState().name());
        }
      } catch (ServiceException e) {
        e.rethrowUnless("DryRunOperation");
      }
    }
  }

  static String nameOf(Instance instance) {
    return instance.tags().stream().filter(tag -> tag.key().equals("Name")).map(Tag::value).findFirst().orElseThrow();
  }

  public static void main(String[] args) {
    var ec2 = Ec2.of(Session.create().client("ec2"));
    var image = ec2.describeImages(DescribeImagesRequest.of().owners("amazon")).images().get(0).imageId();
    var started = ec2.runInstances(RunInstancesRequest.of(2, 2)
        .imageId(image)
        .instanceType(InstanceType.T3_MICRO)
        .tagSpecifications(TagSpecification.of().resourceType(ResourceType.INSTANCE).tags(
            Tag.of().key("Name").value("web"),
            Tag.of().key("env").value("dev"))));
    var ids = started.instances().stream().map(Instance::instanceId).toList();
    ec2.awaitInstanceRunning(DescribeInstancesRequest.of().instanceIds(ids));
    var first = ids.subList(0, 1);
    change(dryRun -> ec2.stopInstances(StopInstancesRequest.of(first).dryRun(dryRun)).stoppingInstances());
    ec2.awaitInstanceStopped(DescribeInstancesRequest.of().instanceIds(first));
    change(dryRun -> ec2.startInstances(StartInstancesRequest.of(first).dryRun(dryRun)).startingInstances());

    var filter = Filter.of().name("tag:env").values("dev");
    for (var reservation : ec2.describeInstancesItems(DescribeInstancesRequest.of().filters(filter))) {
      for (var instance : reservation.instances()) {
        System.out.println(nameOf(instance) + " is " + instance.state().name() + ", " + instance.instanceType() + " in "
            + instance.placement().availabilityZone() + ", key "
            + Optional.ofNullable(instance.keyName()).orElse("none"));
      }
    }
    ec2.terminateInstances(TerminateInstancesRequest.of(ids));
    System.out.println(ec2.describeRegions().regions().size() > 5 ? "many regions" : "few regions");
  }
}
