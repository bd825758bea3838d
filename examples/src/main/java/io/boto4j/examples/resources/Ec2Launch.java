package io.boto4j.examples.resources;

import io.boto4j.Params;
import io.boto4j.Session;
import java.util.List;
import java.util.Map;

/** Launches two instances, tags them, stops one, finds those that run by their tag, and terminates both. */
class Ec2Launch {
  public static void main(String[] args) {
    var ec2 = Session.create().resource("ec2");
    var image = ec2.collection("images").filter(Params.of("Owners", List.of("amazon"))).first().orElseThrow();
    var instances = ec2.run("create_instances", Params.of("ImageId", image.text("id"),
        "InstanceType", "t3.micro", "MinCount", 2, "MaxCount", 2)).resources();
    for (var instance : instances) {
      instance.waitUntil("running");
      instance.action("create_tags", Params.of("Tags", List.of(Map.of("Key", "Team", "Value", "web"))));
      System.out.println(instance.text("instance_type") + " " + instance.text("state", "Name")
          + " " + instance.structures("tags").get(0).text("Value"));
    }

    var first = instances.get(0);
    var subnet = first.reference("subnet").orElseThrow();
    System.out.println("in the subnet: " + subnet.collection("instances").toList().size());
    first.action("stop");
    first.waitUntil("stopped");
    System.out.println("first " + first.text("state", "Name"));

    var running = ec2.collection("instances").filter(Params.of("Filters", List.of(
        Map.of("Name", "tag:Team", "Values", List.of("web")),
        Map.of("Name", "instance-state-name", "Values", List.of("running")))));
    System.out.println("running: " + running.toList().equals(instances.subList(1, 2)));
    ec2.collection("instances").filter(Params.of("Filters", List.of(
        Map.of("Name", "tag:Team", "Values", List.of("web"))))).batch("terminate");
    for (var instance : instances) {
      instance.waitUntil("terminated");
      System.out.println(instance.text("state", "Name"));
    }
  }
}
