package io.boto4j.local.ssm;

import static org.assertj.core.api.Assertions.assertThat;

import io.boto4j.Client;
import io.boto4j.Params;
import io.boto4j.Structure;
import io.boto4j.local.EngineDoor;
import io.boto4j.local.ec2.Ec2Factory;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class PublicParametersTest {
  private final EngineDoor door = new EngineDoor(new SsmFactory(), new Ec2Factory());
  private final Client ssm = door.client("ssm");

  @AfterEach
  void close() {
    door.close();
  }

  @Test
  void regions_areParameters() {
    Structure name =
        ssm.call(
            "GetParameter",
            Map.of("Name", "/aws/service/global-infrastructure/regions/eu-west-1/longName"));
    assertThat(name.text("Parameter", "Value")).isEqualTo("Europe (Ireland)");
    assertThat(name.text("Parameter", "ARN"))
        .isEqualTo(
            "arn:aws:ssm:eu-west-1::parameter/aws/service/global-infrastructure/regions/eu-west-1"
                + "/longName");
    assertThat(
            ssm.call(
                    "GetParametersByPath",
                    Map.of("Path", "/aws/service/global-infrastructure/services"))
                .structures("Parameters"))
        .extracting(each -> each.text("Value"))
        .contains("dynamodb");
  }

  @Test
  void publicParameters_areFoundFromTheirRoot() {
    Map<String, ?> root = Map.of("Path", "/aws/service", "Recursive", true);
    assertThat(ssm.call("GetParametersByPath", root).structures("Parameters")).hasSize(10);
    assertThat(
            ssm.call(
                    "GetParametersByPath",
                    Params.copyOf(root)
                        .with(
                            "ParameterFilters",
                            List.of(Map.of("Key", "Type", "Values", List.of("SecureString")))))
                .structures("Parameters"))
        .isEmpty();
  }

  @Test
  void latestImages_existInEc2() {
    String image =
        String.valueOf(
            ssm.call(
                    "GetParameter",
                    Map.of(
                        "Name",
                        "/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-x86_64"))
                .text("Parameter", "Value"));
    assertThat(
            door.client("ec2")
                .call("DescribeImages", Map.of("ImageIds", List.of(image)))
                .structures("Images"))
        .hasSize(1);
  }

  @Test
  void describeParameters_fullPage_hasAToken() {
    for (int i = 0; i < 2; i++) {
      ssm.call(
          "PutParameter", Map.of("Name", "p" + i, "Value", String.valueOf(i), "Type", "String"));
    }
    Structure page = ssm.call("DescribeParameters", Map.of("MaxResults", 2));
    assertThat(page.structures("Parameters")).hasSize(2);
    Structure last =
        ssm.call(
            "DescribeParameters",
            Map.of("MaxResults", 2, "NextToken", String.valueOf(page.text("NextToken"))));
    assertThat(last.structures("Parameters")).isEmpty();
    assertThat(last.text("NextToken")).isNull();
  }
}
