package io.boto4j.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.zip.Deflater;
import org.jspecify.annotations.Nullable;

/**
 * Writes a service model as a model pack, the form the SDK reads at run time.
 *
 * <p>The same model gives the same bytes every time.
 */
public final class PackWriter {
  private final ServiceModel model;
  private final ServiceSource source;

  /** The pack's number of each shape, by the source's. */
  private final int[] numbers;

  /** The source's number of each shape, by the pack's. */
  private final int[] order;

  private final List<byte[]> stored = new ArrayList<>();
  private final PackOutput table = new PackOutput();
  private int sections;

  private PackWriter(ServiceModel model) {
    this.model = model;
    this.source = model.source();
    this.numbers = new int[source.shapeCount()];
    this.order = new int[source.shapeCount()];
  }

  /**
   * Writes one service version.
   *
   * @param model the service
   * @return the pack
   */
  public static byte[] service(ServiceModel model) {
    Map<ModelPart, Map<String, Object>> parts = new EnumMap<>(ModelPart.class);
    for (ModelPart part : ModelPart.values()) {
      parts.put(part, model.part(part));
    }
    return new PackWriter(model).write(parts);
  }

  /**
   * Writes a service's texts.
   *
   * @param documentation the texts
   * @return the pack
   */
  public static byte[] documentation(Documentation documentation) {
    return value(documentation.texts());
  }

  /**
   * Writes a file that is not a service: partitions, the list of services, documentation.
   *
   * @param value maps, lists, texts, numbers and booleans
   * @return the pack
   */
  public static byte[] value(Object value) {
    PackOutput out = new PackOutput();
    out.value(value);
    PackOutput table = new PackOutput();
    List<byte[]> stored = new ArrayList<>();
    section(table, stored, PackFormat.VALUE, out);
    return file(1, table, stored);
  }

  private byte[] write(Map<ModelPart, Map<String, Object>> parts) {
    numberShapes();
    List<Integer> operationBlocks = new ArrayList<>();
    List<PackOutput> operations = operationBlocks(operationBlocks);
    List<Integer> shapeBlocks = new ArrayList<>();
    List<PackOutput> shapes = shapeBlocks(shapeBlocks);

    PackOutput meta = new PackOutput();
    meta.traits(source.metadata());
    meta.traits(source.traits());
    meta.varint(source.operationNames().length);
    meta.varint(source.shapeCount());
    firsts(meta, operationBlocks);
    firsts(meta, shapeBlocks);
    add(PackFormat.META, meta);
    EndpointRules rules = model.endpointRules();
    if (rules != null) {
      PackOutput code = new PackOutput();
      code.raw(rules.bytes());
      add(PackFormat.ENDPOINT_RULES, code);
    }
    add(PackFormat.SIGNING_REGIONS, model.signingRegions());
    PackOutput names = new PackOutput();
    names.texts(source.operationNames());
    add(PackFormat.OPERATION_NAMES, names);
    for (PackOutput block : operations) {
      add(PackFormat.OPERATIONS, block);
    }
    add(PackFormat.ERROR_CODES, errorCodes());
    for (PackOutput block : shapes) {
      add(PackFormat.SHAPES, block);
    }
    add(PackFormat.PAGINATORS, parts.get(ModelPart.PAGINATORS));
    add(PackFormat.WAITERS, parts.get(ModelPart.WAITERS));
    return file(sections, table, stored);
  }

  /** Depth first from each operation, so that what one call needs stands together. */
  private void numberShapes() {
    Arrays.fill(numbers, -1);
    int[] next = {0};
    for (int i = 0; i < source.operationNames().length; i++) {
      OperationModel operation = model.operationAt(i);
      reach(operation.inputMember(), next);
      reach(operation.outputMember(), next);
      for (Member error : operation.errorMembers()) {
        reach(error, next);
      }
    }
    for (int i = 0; i < numbers.length; i++) {
      reach(i, next);
    }
  }

  private void reach(@Nullable Member member, int[] next) {
    if (member != null) {
      reach(member.shapeIndex(), next);
    }
  }

  private void reach(int index, int[] next) {
    if (numbers[index] >= 0) {
      return;
    }
    numbers[index] = next[0];
    order[next[0]++] = index;
    Shape shape = model.shapeAt(index);
    if (shape instanceof StructureShape structure) {
      for (Member member : structure.members()) {
        reach(member, next);
      }
    } else if (shape instanceof ListShape list) {
      reach(list.element(), next);
    } else if (shape instanceof MapShape map) {
      reach(map.key(), next);
      reach(map.value(), next);
    }
  }

  private List<PackOutput> operationBlocks(List<Integer> firsts) {
    Blocks blocks = new Blocks(firsts);
    for (int i = 0; i < source.operationNames().length; i++) {
      OperationModel operation = model.operationAt(i);
      PackOutput out = new PackOutput();
      out.text(operation.name());
      out.traits(operation.http());
      out.traits(operation.traits());
      optionalReference(out, operation.inputMember());
      optionalReference(out, operation.outputMember());
      out.varint(operation.errorMembers().size());
      for (Member error : operation.errorMembers()) {
        reference(out, error, 0);
      }
      blocks.add(i, out);
    }
    return blocks.blocks;
  }

  private List<PackOutput> shapeBlocks(List<Integer> firsts) {
    Blocks blocks = new Blocks(firsts);
    for (int number = 0; number < order.length; number++) {
      blocks.add(number, shape(model.shapeAt(order[number]), number));
    }
    return blocks.blocks;
  }

  private PackOutput shape(Shape shape, int number) {
    PackOutput out = new PackOutput();
    out.varint(Arrays.asList(PackFormat.SHAPE_TYPES).indexOf(shape.type()));
    out.text(shape.name());
    out.traits(shape.traits());
    if (shape instanceof StructureShape structure) {
      out.varint(structure.size());
      for (Member member : structure.members()) {
        out.text(member.name());
        reference(out, member, number);
      }
      out.varint(structure.requiredCount());
      for (int i = 0; i < structure.requiredCount(); i++) {
        out.varint(structure.requiredIndex(i));
      }
    } else if (shape instanceof ListShape list) {
      reference(out, list.element(), number);
    } else if (shape instanceof MapShape map) {
      reference(out, map.key(), number);
      reference(out, map.value(), number);
    }
    return out;
  }

  private void optionalReference(PackOutput out, @Nullable Member member) {
    out.u8(member == null ? 0 : 1);
    if (member != null) {
      reference(out, member, 0);
    }
  }

  /** Near shapes have near numbers, so the distance is the shorter text, and repeats more. */
  private void reference(PackOutput out, Member member, int from) {
    out.zigzag(numbers[member.shapeIndex()] - from);
    out.traits(member.traits());
  }

  private PackOutput errorCodes() {
    ErrorCodes codes = source.errorCodes();
    PackOutput out = new PackOutput();
    out.texts(codes.codes());
    for (int shape : codes.shapes()) {
      out.varint(numbers[shape]);
    }
    return out;
  }

  private static void firsts(PackOutput out, List<Integer> firsts) {
    out.varint(firsts.size());
    for (int first : firsts) {
      out.varint(first);
    }
  }

  private void add(int kind, @Nullable Map<String, Object> value) {
    if (value != null && !value.isEmpty()) {
      PackOutput out = new PackOutput();
      out.value(value);
      add(kind, out);
    }
  }

  private void add(int kind, PackOutput section) {
    section(table, stored, kind, section);
    sections++;
  }

  private static void section(PackOutput table, List<byte[]> stored, int kind, PackOutput section) {
    byte[] raw = section.toByteArray();
    byte[] deflated = deflate(raw);
    table.u8(kind);
    table.varint(raw.length);
    table.varint(deflated.length);
    stored.add(deflated);
  }

  private static byte[] file(int sections, PackOutput table, List<byte[]> stored) {
    PackOutput file = new PackOutput();
    file.raw(PackFormat.MAGIC);
    file.u8(PackFormat.VERSION);
    PackOutput count = new PackOutput();
    count.varint(sections);
    file.varint(count.length() + table.length());
    file.raw(count.toByteArray());
    file.raw(table.toByteArray());
    for (byte[] data : stored) {
      file.raw(data);
    }
    return file.toByteArray();
  }

  private static byte[] deflate(byte[] raw) {
    Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION, true);
    try {
      deflater.setInput(raw);
      deflater.finish();
      byte[] out = new byte[raw.length + raw.length / 100 + 64];
      int length = 0;
      while (!deflater.finished()) {
        length += deflater.deflate(out, length, out.length - length);
      }
      return Arrays.copyOf(out, length);
    } finally {
      deflater.end();
    }
  }

  /** Items one after another, each with its length before it, in blocks of about equal size. */
  private static final class Blocks {
    final List<PackOutput> blocks = new ArrayList<>();
    private final List<Integer> firsts;

    Blocks(List<Integer> firsts) {
      this.firsts = firsts;
    }

    void add(int number, PackOutput item) {
      if (blocks.isEmpty() || blocks.get(blocks.size() - 1).length() >= PackFormat.BLOCK_LENGTH) {
        blocks.add(new PackOutput());
        firsts.add(number);
      }
      PackOutput block = blocks.get(blocks.size() - 1);
      block.varint(item.length());
      block.raw(item.toByteArray());
    }
  }
}
