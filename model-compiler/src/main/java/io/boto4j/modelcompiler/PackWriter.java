package io.boto4j.modelcompiler;

import io.boto4j.model.Documentation;
import io.boto4j.model.ListShape;
import io.boto4j.model.MapShape;
import io.boto4j.model.Member;
import io.boto4j.model.ModelPart;
import io.boto4j.model.OperationModel;
import io.boto4j.model.ServiceModel;
import io.boto4j.model.Shape;
import io.boto4j.model.ShapeType;
import io.boto4j.model.StructureShape;
import io.boto4j.model.Traits;
import io.boto4j.model.pack.PackFormat;
import io.boto4j.model.pack.PackOutput;
import io.boto4j.model.rules.EndpointRules;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes service models as model packs, in the format that {@link PackFormat} describes.
 *
 * <p>The same model gives the same bytes every time, whether it was read from JSON or from a pack.
 */
final class PackWriter {
  private static final Map<String, Integer> TRAIT_NUMBERS = new HashMap<>();

  static {
    for (int i = 1; i < PackFormat.traitNameCount(); i++) {
      TRAIT_NUMBERS.put(PackFormat.traitName(i), i);
    }
  }

  private final ServiceModel model;

  /** The shapes in the order of their numbers in the pack. */
  private final List<Shape> shapes = new ArrayList<>();

  private final Map<String, Integer> shapeNumbers = new HashMap<>();
  private final PackFile file = new PackFile();

  private PackWriter(ServiceModel model) {
    this.model = model;
  }

  /**
   * Writes one API version of a service.
   *
   * @param model the service
   * @param resources the definitions of its resources in their text format; null for none
   * @return the sections of the pack
   */
  static PackFile service(ServiceModel model, @Nullable String resources) {
    return new PackWriter(model).write(resources);
  }

  /**
   * Writes the documentation of a service.
   *
   * @param documentation the texts and examples
   * @return the pack
   */
  static byte[] documentation(Documentation documentation) {
    return value(documentation.asMap());
  }

  /**
   * Writes a single value, for files that do not describe a service: partitions, the list of
   * services, documentation.
   *
   * @param value maps, lists, strings, numbers and booleans
   * @return the pack
   */
  static byte[] value(Object value) {
    PackOutput out = new PackOutput();
    out.value(value);
    return new PackFile().add(PackFormat.VALUE, out.toByteArray()).bytes(Dictionary.NONE);
  }

  private PackFile write(@Nullable String resources) {
    numberShapes();
    Blocks operationBlocks = operationBlocks();
    Blocks shapeBlocks = shapeBlocks();

    PackOutput meta = new PackOutput();
    traits(meta, model.metadata());
    traits(meta, model.traits());
    meta.varint(model.operationNames().size());
    meta.varint(shapes.size());
    firsts(meta, operationBlocks.firsts);
    firsts(meta, shapeBlocks.firsts);
    add(PackFormat.META, meta);
    EndpointRules rules = model.endpointRules();
    if (rules != null) {
      PackOutput code = new PackOutput();
      code.raw(rules.bytes());
      add(PackFormat.ENDPOINT_RULES, code);
    }
    add(PackFormat.SIGNING_REGIONS, model.signingRegions());
    PackOutput names = new PackOutput();
    names.texts(model.operationNames().toArray(new String[0]));
    add(PackFormat.OPERATION_NAMES, names);
    for (PackOutput block : operationBlocks.blocks) {
      add(PackFormat.OPERATIONS, block);
    }
    add(PackFormat.ERROR_CODES, errorCodes());
    for (PackOutput block : shapeBlocks.blocks) {
      add(PackFormat.SHAPES, block);
    }
    add(PackFormat.PAGINATORS, model.part(ModelPart.PAGINATORS));
    add(PackFormat.WAITERS, model.part(ModelPart.WAITERS));
    if (resources != null) {
      PackOutput text = new PackOutput();
      text.text(resources);
      add(PackFormat.RESOURCES, text);
    }
    return file;
  }

  /** Depth first from each operation, so that the shapes of one call are close together. */
  private void numberShapes() {
    for (String name : model.operationNames()) {
      OperationModel operation = model.operation(name);
      reach(operation.inputMember());
      reach(operation.outputMember());
      for (Member error : operation.errorMembers()) {
        reach(error);
      }
    }
    for (String name : model.shapeNames()) {
      Shape shape = model.findShape(name);
      if (shape != null) {
        reach(shape);
      }
    }
  }

  private void reach(@Nullable Member member) {
    if (member != null) {
      reach(member.shape());
    }
  }

  private void reach(Shape shape) {
    if (shapeNumbers.putIfAbsent(shape.name(), shapes.size()) != null) {
      return;
    }
    shapes.add(shape);
    if (shape instanceof StructureShape structure) {
      for (Member member : structure.members()) {
        reach(member);
      }
    } else if (shape instanceof ListShape list) {
      reach(list.element());
    } else if (shape instanceof MapShape map) {
      reach(map.key());
      reach(map.value());
    }
  }

  private Blocks operationBlocks() {
    Blocks blocks = new Blocks();
    for (String name : model.operationNames()) {
      OperationModel operation = model.operation(name);
      PackOutput out = new PackOutput();
      out.text(operation.name());
      traits(out, operation.http());
      traits(out, operation.traits());
      optionalReference(out, operation.inputMember());
      optionalReference(out, operation.outputMember());
      out.varint(operation.errorMembers().size());
      for (Member error : operation.errorMembers()) {
        reference(out, error, 0);
      }
      blocks.add(out);
    }
    return blocks;
  }

  private Blocks shapeBlocks() {
    Blocks blocks = new Blocks();
    for (int number = 0; number < shapes.size(); number++) {
      blocks.add(shape(shapes.get(number), number));
    }
    return blocks;
  }

  private PackOutput shape(Shape shape, int number) {
    PackOutput out = new PackOutput();
    out.varint(number(shape.type()));
    out.text(shape.name());
    traits(out, shape.traits());
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

  /** Close shapes have close numbers, so the distance is shorter to write, and repeats more. */
  private void reference(PackOutput out, Member member, int from) {
    out.zigzag(number(member.shape()) - from);
    traits(out, member.traits());
  }

  private int number(Shape shape) {
    Integer number = shapeNumbers.get(shape.name());
    if (number == null) {
      throw new IllegalStateException("Not reached: " + shape);
    }
    return number;
  }

  private static int number(ShapeType type) {
    for (int i = 0; i < PackFormat.shapeTypeCount(); i++) {
      if (PackFormat.shapeType(i) == type) {
        return i;
      }
    }
    throw new IllegalStateException("No number: " + type);
  }

  private static void traits(PackOutput out, Traits traits) {
    out.varint(traits.size());
    for (Map.Entry<String, Object> trait : traits.asMap().entrySet()) {
      Integer number = TRAIT_NUMBERS.get(trait.getKey());
      if (number == null) {
        out.varint(0);
        out.text(trait.getKey());
      } else {
        out.varint(number);
      }
      out.value(trait.getValue());
    }
  }

  /** Of shapes that share a code, only the one that the model finds for it is written. */
  private PackOutput errorCodes() {
    Map<String, Integer> codes = new LinkedHashMap<>();
    for (Shape shape : shapes) {
      if (shape instanceof StructureShape structure && structure.isError()) {
        StructureShape found = model.errorShape(structure.errorCode());
        if (found != null) {
          codes.put(structure.errorCode(), number(found));
        }
      }
    }
    PackOutput out = new PackOutput();
    out.texts(codes.keySet().toArray(new String[0]));
    for (int shape : codes.values()) {
      out.varint(shape);
    }
    return out;
  }

  private static void firsts(PackOutput out, List<Integer> firsts) {
    out.varint(firsts.size());
    for (int first : firsts) {
      out.varint(first);
    }
  }

  private void add(int kind, Map<String, Object> value) {
    if (!value.isEmpty()) {
      PackOutput out = new PackOutput();
      out.value(value);
      add(kind, out);
    }
  }

  private void add(int kind, PackOutput section) {
    file.add(kind, section.toByteArray());
  }

  /** Items one after another, each after its length, in blocks of about equal size. */
  private static final class Blocks {
    final List<PackOutput> blocks = new ArrayList<>();

    /** The number of the first item of each block. */
    final List<Integer> firsts = new ArrayList<>();

    private int count;

    void add(PackOutput item) {
      if (blocks.isEmpty() || blocks.get(blocks.size() - 1).length() >= PackFormat.BLOCK_LENGTH) {
        blocks.add(new PackOutput());
        firsts.add(count);
      }
      PackOutput block = blocks.get(blocks.size() - 1);
      block.varint(item.length());
      block.raw(item.toByteArray());
      count++;
    }
  }
}
