package io.boto4j.local.ssm;

import io.boto4j.Structure;
import io.boto4j.Structures;
import io.boto4j.local.engine.EngineContext;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/**
 * The parameters with the ids of the latest images of operating systems, as far as EC2 has them
 * here. Several parameters share an image, because there are only a few.
 */
final class LatestImages {
  private static final String AMAZON = "/aws/service/ami-amazon-linux-latest/";

  /** The names of parameters, by the beginnings and ends of the names of their images. */
  private static final Map<List<String>, List<String>> NAMES =
      Map.of(
          List.of("al2023-", "-x86_64"),
          List.of(
              AMAZON + "al2023-ami-kernel-6.1-x86_64",
              AMAZON + "al2023-ami-kernel-default-x86_64",
              AMAZON + "al2023-ami-minimal-kernel-6.1-x86_64",
              AMAZON + "al2023-ami-minimal-kernel-default-x86_64"),
          List.of("al2023-", "-arm64"),
          List.of(
              AMAZON + "al2023-ami-kernel-6.1-arm64",
              AMAZON + "al2023-ami-kernel-default-arm64",
              AMAZON + "al2023-ami-minimal-kernel-6.1-arm64",
              AMAZON + "al2023-ami-minimal-kernel-default-arm64"),
          List.of("amzn2-ami-hvm-", "-x86_64-gp2"),
          List.of(
              AMAZON + "amzn2-ami-hvm-x86_64-ebs",
              AMAZON + "amzn2-ami-hvm-x86_64-gp2",
              AMAZON + "amzn2-ami-kernel-5.10-hvm-x86_64-ebs",
              AMAZON + "amzn2-ami-kernel-5.10-hvm-x86_64-gp2"),
          List.of("Windows_Server-2022-English-Full-Base-", ""),
          List.of("/aws/service/ami-windows-latest/Windows_Server-2022-English-Full-Base"),
          List.of("ubuntu/images/hvm-ssd-gp3/ubuntu-noble-24.04-amd64-", ""),
          List.of(
              "/aws/service/canonical/ubuntu/server/24.04/stable/current/amd64/hvm/ebs-gp3/ami-id"),
          List.of("debian-12-amd64-", ""),
          List.of("/aws/service/debian/release/12/latest/amd64"));

  private final EngineContext context;

  LatestImages(EngineContext context) {
    this.context = context;
  }

  /** Adds parameters if a name or path may be that of an image. */
  void addTo(SortedMap<String, String> values, String under) {
    boolean isNone =
        NAMES.values().stream()
            .flatMap(List::stream)
            .noneMatch(name -> name.startsWith(under) || name.equals(under));
    if (isNone || context.engine("ec2") == null) {
      return;
    }
    for (Structure image :
        Structures.of(context.call("ec2", "DescribeImages", Map.of())).structures("Images")) {
      String name = String.valueOf(image.text("Name"));
      String id = String.valueOf(image.text("ImageId"));
      NAMES.forEach(
          (ends, parameters) -> {
            if (name.startsWith(ends.get(0)) && name.endsWith(ends.get(1))) {
              parameters.forEach(parameter -> values.put(parameter, id));
            }
          });
    }
  }
}
