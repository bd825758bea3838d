package io.boto4j.spark.internal.read;

import io.boto4j.model.ListShape;
import io.boto4j.model.Member;
import io.boto4j.model.Shape;
import io.boto4j.model.ShapeType;
import io.boto4j.model.StructureShape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.sources.EqualTo;
import org.apache.spark.sql.sources.Filter;
import org.apache.spark.sql.sources.In;
import org.jspecify.annotations.Nullable;

/**
 * Filters on text members that the input has under the same name, and those that EC2 has as {@code
 * Filters}.
 *
 * <p>A member of the same name and shape means the same in AWS's models: {@code
 * DescribeDBInstances} takes and returns {@code DBInstanceIdentifier}.
 */
final class MemberFilters {
  /** Members of EC2's responses whose filter has the same meaning under the name with hyphens. */
  private static final Map<String, String> EC2 =
      Map.ofEntries(
          Map.entry("InstanceId", "instance-id"),
          Map.entry("InstanceType", "instance-type"),
          Map.entry("ImageId", "image-id"),
          Map.entry("VpcId", "vpc-id"),
          Map.entry("SubnetId", "subnet-id"),
          Map.entry("GroupId", "group-id"),
          Map.entry("GroupName", "group-name"),
          Map.entry("KeyName", "key-name"),
          Map.entry("VolumeId", "volume-id"),
          Map.entry("VolumeType", "volume-type"),
          Map.entry("SnapshotId", "snapshot-id"),
          Map.entry("OwnerId", "owner-id"),
          Map.entry("AvailabilityZone", "availability-zone"),
          Map.entry("RouteTableId", "route-table-id"),
          Map.entry("NetworkInterfaceId", "network-interface-id"));

  /** The service's limit on the values of one filter. */
  private static final int MOST_VALUES = 200;

  private MemberFilters() {}

  static Pushdown of(ReadOptions read, Filter[] filters, List<Filter> pushed) {
    Map<String, Object> parameters = new LinkedHashMap<>();
    List<Object> ec2 = new ArrayList<>();
    StructureShape input = read.operation.input();
    Shape row = ResultPath.shape(read.operation, read.spec.resultKey());
    if (input == null || !(row instanceof StructureShape columns)) {
      return Pushdown.NONE;
    }
    for (Filter filter : filters) {
      String column = String.valueOf(column(filter));
      List<String> values = values(filter);
      if (values.size() == 1 && isSame(input.member(column), columns.member(column))) {
        parameters.putIfAbsent(column, values.get(0));
        pushed.add(filter);
      } else if (!values.isEmpty() && EC2.containsKey(column) && takesFilters(read)) {
        ec2.add(Map.of("Name", EC2.get(column), "Values", values));
        pushed.add(filter);
      }
    }
    if (!ec2.isEmpty()) {
      parameters.put("Filters", ec2);
    }
    return pushed.isEmpty() ? Pushdown.NONE : Pushdown.adding(parameters);
  }

  private static @Nullable String column(Filter filter) {
    if (filter instanceof EqualTo f) {
      return f.attribute();
    }
    return filter instanceof In f ? f.attribute() : null;
  }

  private static List<String> values(Filter filter) {
    List<Object> values =
        filter instanceof EqualTo f
            ? Collections.singletonList(f.value())
            : filter instanceof In in ? Arrays.asList(in.values()) : List.of();
    List<String> texts = new ArrayList<>();
    for (Object value : values) {
      boolean plain = value instanceof String text && isPlain(text);
      if (!plain || values.size() > MOST_VALUES) {
        return List.of();
      }
      texts.add((String) value);
    }
    return texts;
  }

  /** Filters of EC2 have wildcards and escapes, and no service takes an empty text. */
  private static boolean isPlain(String text) {
    return !text.isEmpty() && text.chars().noneMatch(c -> c == '*' || c == '?' || c == '\\');
  }

  private static boolean isSame(@Nullable Member input, @Nullable Member output) {
    return input != null
        && output != null
        && input.shape().type() == ShapeType.STRING
        && input.shape().name().equals(output.shape().name());
  }

  private static boolean takesFilters(ReadOptions read) {
    StructureShape input = read.operation.input();
    Member filters = input == null ? null : input.member("Filters");
    return filters != null
        && read.client.service().equals("ec2")
        && filters.shape() instanceof ListShape list
        && list.element().shape() instanceof StructureShape filter
        && filter.member("Name") != null
        && filter.member("Values") != null;
  }
}
