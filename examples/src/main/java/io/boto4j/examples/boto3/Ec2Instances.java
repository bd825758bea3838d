package io.boto4j.examples.boto3;

import io.boto4j.Client;
import io.boto4j.Params;
import io.boto4j.Session;
import io.boto4j.Structure;
import io.boto4j.error.ServiceException;
import java.util.List;
import java.util.Map;

/** Starts two instances, switches one off and on, and lists them with their tags. */
class Ec2Instances {
  static final Client ec2 = Session.create().client("ec2");

  static void change(String operation, String id) {
    var instance = Params.of("InstanceIds", List.of(id));
    try {
      ec2.call(operation, instance.with("DryRun", true));
    } catch (ServiceException e) {
      e.rethrowUnless("DryRunOperation");
    }
    var response = ec2.call(operation, instance);
    for (var state : response.searchAll("[StartingInstances, StoppingInstances][][]", Structure.class)) {
      System.out.println(state.text("PreviousState", "Name") + " -> " + state.text("CurrentState", "Name"));
    }
  }

  public static void main(String[] args) {
    var image = ec2.call("DescribeImages", Params.of("Owners", List.of("amazon"))).search("Images[0].ImageId");
    var started = ec2.call("RunInstances", Params.of(
        "ImageId", image,
        "MinCount", 2,
        "MaxCount", 2,
        "InstanceType", "t3.micro",
        "TagSpecifications", List.of(Map.of("ResourceType", "instance", "Tags", List.of(
            Map.of("Key", "Name", "Value", "web"),
            Map.of("Key", "env", "Value", "dev"))))));
    var ids = started.searchAll("Instances[].InstanceId", String.class);
    ec2.waiter("InstanceRunning").await(Params.of("InstanceIds", ids));
    change("StopInstances", ids.get(0));
    ec2.waiter("InstanceStopped").await(Params.of("InstanceIds", ids.subList(0, 1)));
    change("StartInstances", ids.get(0));

    var filters = List.of(Map.of("Name", "tag:env", "Values", List.of("dev")));
    for (var reservation : ec2.items("DescribeInstances", Params.of("Filters", filters))) {
      for (var instance : reservation.structures("Instances")) {
        System.out.println(instance.search("Tags[?Key == 'Name'] | [0].Value") + " is " + instance.text("State", "Name")
            + ", " + instance.text("InstanceType") + " in " + instance.text("Placement", "AvailabilityZone")
            + ", key " + instance.getOrDefault("KeyName", "none"));
      }
    }
    ec2.call("TerminateInstances", Params.of("InstanceIds", ids));
    System.out.println(ec2.call("DescribeRegions").structures("Regions").size() > 5 ? "many regions" : "few regions");
  }
}
