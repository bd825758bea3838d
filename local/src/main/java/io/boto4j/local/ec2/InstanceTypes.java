package io.boto4j.local.ec2;

import io.boto4j.Params;
import io.boto4j.Structure;
import io.boto4j.Structures;
import io.boto4j.local.engine.EngineCall;
import io.boto4j.local.engine.OperationTable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** The common types of instances, with what AWS publishes of them. */
final class InstanceTypes {
  /**
   * Families: name, architecture, hypervisor, threads a core, whether current; then the sizes:
   * name, virtual processors, memory in MiB, network interfaces, addresses of each, network.
   */
  private static final String[] TABLE = {
    "t2 x86_64 xen 1 true",
    "nano 1 512 2 2 Low_to_Moderate",
    "micro 1 1024 2 2 Low_to_Moderate",
    "small 1 2048 3 4 Low_to_Moderate",
    "medium 2 4096 3 6 Low_to_Moderate",
    "large 2 8192 3 12 Low_to_Moderate",
    "xlarge 4 16384 3 15 Moderate",
    "2xlarge 8 32768 3 15 Moderate",
    "t3 x86_64 nitro 2 true",
    "nano 2 512 2 2 Up_to_5_Gigabit",
    "micro 2 1024 2 2 Up_to_5_Gigabit",
    "small 2 2048 3 4 Up_to_5_Gigabit",
    "medium 2 4096 3 6 Up_to_5_Gigabit",
    "large 2 8192 3 12 Up_to_5_Gigabit",
    "xlarge 4 16384 4 15 Up_to_5_Gigabit",
    "2xlarge 8 32768 4 15 Up_to_5_Gigabit",
    "t3a x86_64 nitro 2 true",
    "nano 2 512 2 2 Up_to_5_Gigabit",
    "micro 2 1024 2 2 Up_to_5_Gigabit",
    "small 2 2048 2 4 Up_to_5_Gigabit",
    "medium 2 4096 3 6 Up_to_5_Gigabit",
    "large 2 8192 3 12 Up_to_5_Gigabit",
    "xlarge 4 16384 4 15 Up_to_5_Gigabit",
    "2xlarge 8 32768 4 15 Up_to_5_Gigabit",
    "t4g arm64 nitro 1 true",
    "nano 2 512 2 2 Up_to_5_Gigabit",
    "micro 2 1024 2 2 Up_to_5_Gigabit",
    "small 2 2048 3 4 Up_to_5_Gigabit",
    "medium 2 4096 3 6 Up_to_5_Gigabit",
    "large 2 8192 3 12 Up_to_5_Gigabit",
    "xlarge 4 16384 4 15 Up_to_5_Gigabit",
    "2xlarge 8 32768 4 15 Up_to_5_Gigabit",
    "m5 x86_64 nitro 2 true",
    "large 2 8192 3 10 Up_to_10_Gigabit",
    "xlarge 4 16384 4 15 Up_to_10_Gigabit",
    "2xlarge 8 32768 4 15 Up_to_10_Gigabit",
    "4xlarge 16 65536 8 30 Up_to_10_Gigabit",
    "8xlarge 32 131072 8 30 10_Gigabit",
    "12xlarge 48 196608 8 30 12_Gigabit",
    "24xlarge 96 393216 15 50 25_Gigabit",
    "m6i x86_64 nitro 2 true",
    "large 2 8192 3 10 Up_to_12.5_Gigabit",
    "xlarge 4 16384 4 15 Up_to_12.5_Gigabit",
    "2xlarge 8 32768 4 15 Up_to_12.5_Gigabit",
    "4xlarge 16 65536 8 30 Up_to_12.5_Gigabit",
    "8xlarge 32 131072 8 30 12.5_Gigabit",
    "m6g arm64 nitro 1 true",
    "medium 1 4096 2 4 Up_to_10_Gigabit",
    "large 2 8192 3 10 Up_to_10_Gigabit",
    "xlarge 4 16384 4 15 Up_to_10_Gigabit",
    "2xlarge 8 32768 4 15 Up_to_10_Gigabit",
    "4xlarge 16 65536 8 30 Up_to_10_Gigabit",
    "m7g arm64 nitro 1 true",
    "medium 1 4096 2 4 Up_to_12.5_Gigabit",
    "large 2 8192 3 10 Up_to_12.5_Gigabit",
    "xlarge 4 16384 4 15 Up_to_12.5_Gigabit",
    "2xlarge 8 32768 4 15 Up_to_15_Gigabit",
    "4xlarge 16 65536 8 30 Up_to_15_Gigabit",
    "c5 x86_64 nitro 2 true",
    "large 2 4096 3 10 Up_to_10_Gigabit",
    "xlarge 4 8192 4 15 Up_to_10_Gigabit",
    "2xlarge 8 16384 4 15 Up_to_10_Gigabit",
    "4xlarge 16 32768 8 30 Up_to_10_Gigabit",
    "9xlarge 36 73728 8 30 12_Gigabit",
    "c6i x86_64 nitro 2 true",
    "large 2 4096 3 10 Up_to_12.5_Gigabit",
    "xlarge 4 8192 4 15 Up_to_12.5_Gigabit",
    "2xlarge 8 16384 4 15 Up_to_12.5_Gigabit",
    "4xlarge 16 32768 8 30 Up_to_12.5_Gigabit",
    "c6g arm64 nitro 1 true",
    "medium 1 2048 2 4 Up_to_10_Gigabit",
    "large 2 4096 3 10 Up_to_10_Gigabit",
    "xlarge 4 8192 4 15 Up_to_10_Gigabit",
    "2xlarge 8 16384 4 15 Up_to_10_Gigabit",
    "r5 x86_64 nitro 2 true",
    "large 2 16384 3 10 Up_to_10_Gigabit",
    "xlarge 4 32768 4 15 Up_to_10_Gigabit",
    "2xlarge 8 65536 4 15 Up_to_10_Gigabit",
    "4xlarge 16 131072 8 30 Up_to_10_Gigabit",
    "r6g arm64 nitro 1 true",
    "medium 1 8192 2 4 Up_to_10_Gigabit",
    "large 2 16384 3 10 Up_to_10_Gigabit",
    "xlarge 4 32768 4 15 Up_to_10_Gigabit",
    "2xlarge 8 65536 4 15 Up_to_10_Gigabit",
  };

  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]*\\.[a-z0-9-]+");
  private static final Pattern ARM = Pattern.compile("(a1|[a-z]+[0-9]+g[a-z]*)(-[a-z0-9]+)?");
  private static final Filters FILTERS =
      new Filters()
          .on("bare-metal", "BareMetal")
          .on("burstable-performance-supported", "BurstablePerformanceSupported")
          .on("current-generation", "CurrentGeneration")
          .on("hypervisor", "Hypervisor")
          .on("instance-type", "InstanceType")
          .on("memory-info.size-in-mib", "MemoryInfo.SizeInMiB")
          .on("network-info.network-performance", "NetworkInfo.NetworkPerformance")
          .on("processor-info.supported-architecture", "ProcessorInfo.SupportedArchitectures")
          .on("supported-root-device-type", "SupportedRootDeviceTypes")
          .on("supported-usage-class", "SupportedUsageClasses")
          .on("supported-virtualization-type", "SupportedVirtualizationTypes")
          .on("vcpu-info.default-cores", "VCpuInfo.DefaultCores")
          .on("vcpu-info.default-threads-per-core", "VCpuInfo.DefaultThreadsPerCore")
          .on("vcpu-info.default-vcpus", "VCpuInfo.DefaultVCpus");

  private final Map<String, Structure> types = new LinkedHashMap<>();

  InstanceTypes() {
    String[] family = {};
    for (String row : TABLE) {
      String[] parts = row.split(" ");
      if (parts.length == 5) {
        family = parts;
      } else {
        String name = family[0] + "." + parts[0];
        types.put(name, Structures.of(type(name, family, parts)));
      }
    }
  }

  private static Params type(String name, String[] family, String[] size) {
    int processors = Integer.parseInt(size[1]);
    int threads = processors == 1 ? 1 : Integer.parseInt(family[3]);
    String network = size[5].replace('_', ' ');
    boolean nitro = family[2].equals("nitro");
    return Params.of(
        "InstanceType", name,
        "CurrentGeneration", Boolean.valueOf(family[4]),
        "FreeTierEligible", name.equals("t2.micro") || name.equals("t3.micro"),
        "SupportedUsageClasses", List.of("on-demand", "spot"),
        "SupportedRootDeviceTypes", List.of("ebs"),
        "SupportedVirtualizationTypes", List.of("hvm"),
        "BareMetal", false,
        "Hypervisor", family[2],
        "ProcessorInfo", Params.of("SupportedArchitectures", List.of(family[1])),
        "VCpuInfo",
            Params.of(
                "DefaultVCpus", processors,
                "DefaultCores", processors / threads,
                "DefaultThreadsPerCore", threads),
        "MemoryInfo", Params.of("SizeInMiB", Long.valueOf(size[2])),
        "InstanceStorageSupported", false,
        "EbsInfo",
            Params.of(
                "EbsOptimizedSupport", nitro ? "default" : "unsupported",
                "EncryptionSupport", "supported",
                "NvmeSupport", nitro ? "required" : "unsupported"),
        "NetworkInfo",
            Params.of(
                "NetworkPerformance",
                network,
                "MaximumNetworkInterfaces",
                Integer.valueOf(size[3]),
                "Ipv4AddressesPerInterface",
                Integer.valueOf(size[4]),
                "Ipv6AddressesPerInterface",
                Integer.valueOf(size[4]),
                "Ipv6Supported",
                true,
                "EnaSupport",
                nitro ? "required" : "unsupported",
                "EfaSupported",
                false),
        "BurstablePerformanceSupported", name.startsWith("t"));
  }

  void register(OperationTable table) {
    table.read("DescribeInstanceTypes", this::describe);
  }

  /** Checks the form of a name. Types that are not in the table are not refused. */
  static void check(String name) {
    if (!NAME.matcher(name).matches()) {
      throw Ec2Errors.invalidValue("Invalid value '" + name + "' for InstanceType.");
    }
  }

  /** The architecture of a type, as its family's name tells. */
  static String architecture(String name) {
    String family = name.substring(0, name.indexOf('.'));
    return ARM.matcher(family).matches() && !family.startsWith("g") && !family.startsWith("p")
        ? "arm64"
        : "x86_64";
  }

  private Map<String, ?> describe(EngineCall call) {
    List<String> names = call.input().texts("InstanceTypes");
    List<Structure> found = new ArrayList<>();
    List<String> missing = new ArrayList<>();
    for (String name : names.isEmpty() ? types.keySet() : names) {
      Structure type = types.get(name);
      if (type == null) {
        missing.add(name);
      } else {
        found.add(type);
      }
    }
    if (!missing.isEmpty()) {
      throw Ec2Errors.of(
          "InvalidInstanceType",
          "The following supplied instance types do not exist: ["
              + String.join(", ", missing)
              + "]");
    }
    return Pages.of(call.input(), "InstanceTypes", FILTERS.apply(call.input(), found));
  }
}
