package io.boto4j.model.derived;

import static org.assertj.core.api.Assertions.assertThat;

import io.boto4j.model.ModelLoader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The rules of derivation, on models with a few operations. */
final class DerivedRulesTest {
  @TempDir Path folder;

  /** An operation: its name, its required and optional members, and the members of its output. */
  private record Op(String name, List<String> required, List<String> optional, String output) {}

  private static Op op(String name, List<String> required, String output) {
    return new Op(name, required, List.of(), output);
  }

  private String derive(Op... operations) throws IOException {
    StringBuilder ops = new StringBuilder();
    StringBuilder shapes = new StringBuilder();
    for (Op each : operations) {
      String name = each.name();
      ops.append(ops.isEmpty() ? "" : ",\n")
          .append(
              """
              "%1$s": {"name": "%1$s", "http": {"method": "POST", "requestUri": "/"},
                "input": {"shape": "%1$sInput"}, "output": {"shape": "%1$sOutput"}}"""
                  .formatted(name));
      StringBuilder members = new StringBuilder();
      for (String member : each.required()) {
        members.append(members.isEmpty() ? "" : ", ").append(member(member, "Text"));
      }
      for (String member : each.optional()) {
        members.append(members.isEmpty() ? "" : ", ").append(member(member, "Text"));
      }
      shapes.append(
          """
          "%1$sInput": {"type": "structure", "required": [%2$s], "members": {%3$s}},
          "%1$sOutput": {"type": "structure", "members": {%4$s}},
          """
              .formatted(name, quoted(each.required()), members, each.output()));
    }
    Path file = folder.resolve("small/2026-01-01/service-2.json");
    Files.createDirectories(file.getParent());
    Files.writeString(
        file,
        """
        {"version": "2.0", "metadata": {"apiVersion": "2026-01-01", "protocol": "json",
          "endpointPrefix": "small", "serviceId": "Small", "jsonVersion": "1.1",
          "signatureVersion": "v4", "uid": "small-2026-01-01"},
         "operations": {%s},
         "shapes": {%s
          "Job": {"type": "structure", "members": {"JobId": {"shape": "Text"},
            "QueueName": {"shape": "Text"}, "Size": {"shape": "Text"}}},
          "Jobs": {"type": "list", "member": {"shape": "Job"}},
          "Texts": {"type": "list", "member": {"shape": "Text"}},
          "Text": {"type": "string"}}}
        """
            .formatted(ops, shapes));
    return ServiceResources.derive(ModelLoader.of(List.of(folder)).find("small"), null).toString();
  }

  private static String member(String name, String shape) {
    return "\"%s\": {\"shape\": \"%s\"}".formatted(name, shape);
  }

  private static String quoted(List<String> names) {
    return names.isEmpty() ? "" : "\"" + String.join("\", \"", names) + "\"";
  }

  @Test
  void describeListAndDelete_thatAgree_giveAType() throws IOException {
    assertThat(
            derive(
                op("DescribeJob", List.of("JobId"), member("Job", "Job")),
                op("DeleteJob", List.of("JobId"), ""),
                op("ListJobs", List.of(), member("Jobs", "Jobs"))))
        .isEqualTo(
            """
            service small 2026-01-01
              many Jobs = ListJobs -> Job(Id=resp:Jobs[].JobId) @ Jobs[] -- lists its identifiers

            type Job(Id~JobId) : Job -- DescribeJob returns one with JobId
              load DescribeJob(JobId=id.Id) @ Job
              do Delete = DeleteJob(JobId=id.Id) -- takes its identifiers
            """);
  }

  @Test
  void delete_withAnotherIdentifier_preventsTheType() throws IOException {
    assertThat(
            derive(
                op("DescribeJob", List.of("JobId"), member("Job", "Job")),
                op("DeleteJob", List.of("JobName"), ""),
                op("ListJobs", List.of(), member("Jobs", "Jobs"))))
        .doesNotContain("DescribeJob(JobId");
  }

  @Test
  void describe_thatNothingConfirms_givesNoType() throws IOException {
    assertThat(derive(op("DescribeJob", List.of("Id"), member("Job", "Job"))))
        .isEqualTo("service small 2026-01-01\n");
  }

  @Test
  void describe_thatTakesAList_loadsItsFirstElement() throws IOException {
    String jobs = member("Jobs", "Jobs");
    assertThat(
            derive(
                new Op("DescribeJobs", List.of(), List.of("JobId"), jobs),
                op("DeleteJob", List.of("JobId"), "")))
        .contains("load DescribeJobs(JobId=id.Id) @ Jobs[0]");
  }

  @Test
  void parentAndChild_areLinked() throws IOException {
    String definitions =
        derive(
            op("GetQueue", List.of("QueueName"), member("QueueName", "Text")),
            op("DeleteQueue", List.of("QueueName"), ""),
            op("GetJob", List.of("QueueName", "JobId"), member("Job", "Job")),
            op("DeleteJob", List.of("QueueName", "JobId"), ""),
            op("StopJob", List.of("QueueName", "JobId"), ""),
            op("CreateJob", List.of("QueueName"), member("Job", "Job")),
            op("ListJobs", List.of("QueueName"), member("Jobs", "Jobs")));

    assertThat(definitions.lines().map(line -> line.replaceFirst(" -- .*", "").strip()))
        .contains(
            "type Job(QueueName~QueueName, Id~JobId) : Job",
            "has Job -> Job(QueueName=id.Name, Id=?)",
            "has Queue -> Queue(Name=id.QueueName)",
            "do Stop = StopJob(QueueName=id.QueueName, JobId=id.Id)",
            "do CreateJob(QueueName=id.Name) -> Job(QueueName=id.Name, Id=resp:Job.JobId) @ Job",
            "many Jobs = ListJobs(QueueName=id.Name) ->"
                + " Job(QueueName=id.Name, Id=resp:Jobs[].JobId) @ Jobs[]");
  }

  @Test
  void member_namedAfterAnotherType_isAReference() throws IOException {
    assertThat(
            derive(
                op("GetQueue", List.of("QueueName"), member("QueueName", "Text")),
                op("DeleteQueue", List.of("QueueName"), ""),
                op("GetJob", List.of("JobId"), member("Job", "Job")),
                op("DeleteJob", List.of("JobId"), "")))
        .contains("has Queue -> Queue(Name=data:QueueName)");
  }
}
