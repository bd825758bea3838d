package io.boto4j;

import io.boto4j.internal.eventstream.EventMessage;
import io.boto4j.internal.eventstream.FrameReader;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.nio.NioEventLoopGroup;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.http2.DefaultHttp2DataFrame;
import io.netty.handler.codec.http2.DefaultHttp2Headers;
import io.netty.handler.codec.http2.DefaultHttp2HeadersFrame;
import io.netty.handler.codec.http2.Http2DataFrame;
import io.netty.handler.codec.http2.Http2FrameCodecBuilder;
import io.netty.handler.codec.http2.Http2Headers;
import io.netty.handler.codec.http2.Http2HeadersFrame;
import io.netty.handler.codec.http2.Http2MultiplexHandler;
import io.netty.handler.codec.http2.Http2ResetFrame;
import io.netty.handler.ssl.ApplicationProtocolConfig;
import io.netty.handler.ssl.ApplicationProtocolNames;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslProvider;
import io.netty.util.ReferenceCountUtil;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** An HTTP/2 server with TLS on 127.0.0.1; each exchange follows a script on its own thread. */
final class Http2Server implements AutoCloseable {
  private static final byte[] END = new byte[0];
  private static final byte[] RESET = new byte[0];

  private final EventLoopGroup group = new NioEventLoopGroup(1);
  private final Queue<Throwable> failures = new ConcurrentLinkedQueue<>();
  private final Channel server;

  /** A script for one request. */
  @FunctionalInterface
  interface Script {
    void run(Exchange exchange) throws Exception;
  }

  Http2Server(LocalCertificate certificate, Script script) throws Exception {
    SslContext tls =
        SslContextBuilder.forServer(certificate.keys())
            .sslProvider(SslProvider.JDK)
            .applicationProtocolConfig(
                new ApplicationProtocolConfig(
                    ApplicationProtocolConfig.Protocol.ALPN,
                    ApplicationProtocolConfig.SelectorFailureBehavior.NO_ADVERTISE,
                    ApplicationProtocolConfig.SelectedListenerFailureBehavior.ACCEPT,
                    ApplicationProtocolNames.HTTP_2))
            .build();
    server =
        new ServerBootstrap()
            .group(group)
            .channel(NioServerSocketChannel.class)
            .childHandler(
                new ChannelInitializer<Channel>() {
                  @Override
                  protected void initChannel(Channel channel) {
                    channel
                        .pipeline()
                        .addLast(
                            tls.newHandler(channel.alloc()),
                            Http2FrameCodecBuilder.forServer().build(),
                            new Http2MultiplexHandler(
                                new ChannelInitializer<Channel>() {
                                  @Override
                                  protected void initChannel(Channel stream) {
                                    stream.pipeline().addLast(new Exchange(stream, script));
                                  }
                                }),
                            new Unmoved());
                  }
                })
            .bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
            .sync()
            .channel();
  }

  String url() {
    return "https://127.0.0.1:" + ((InetSocketAddress) server.localAddress()).getPort();
  }

  @Override
  public void close() {
    group.shutdownGracefully(0, 5, TimeUnit.SECONDS).syncUninterruptibly();
    if (!failures.isEmpty()) {
      throw new AssertionError("A script failed", failures.peek());
    }
  }

  /** Lets the tests reset connections without log output. */
  private static final class Unmoved extends ChannelInboundHandlerAdapter {
    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
      // The channel is closed already.
    }
  }

  /** One request and its response. */
  final class Exchange extends ChannelInboundHandlerAdapter {
    private final Channel stream;
    private final Script script;
    private final BlockingQueue<byte[]> data = new LinkedBlockingQueue<>();
    private final FrameReader frames = new FrameReader(new Body());
    private Http2Headers headers;

    private Exchange(Channel stream, Script script) {
      this.stream = stream;
      this.script = script;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
      try {
        if (message instanceof Http2HeadersFrame head) {
          headers = head.headers();
          start();
        } else if (message instanceof Http2DataFrame part) {
          data.add(ByteBufUtil.getBytes(part.content()));
          if (part.isEndStream()) {
            data.add(END);
          }
        }
      } finally {
        ReferenceCountUtil.release(message);
      }
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext context, Object event) {
      if (event instanceof Http2ResetFrame) {
        data.add(RESET);
      }
      ReferenceCountUtil.release(event);
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
      data.add(RESET);
    }

    private void start() {
      Thread thread =
          new Thread(
              () -> {
                try {
                  script.run(this);
                } catch (Throwable e) {
                  failures.add(e);
                  stream.close().syncUninterruptibly();
                }
              });
      thread.setDaemon(true);
      thread.start();
    }

    String header(String name) {
      CharSequence value = headers.get(name);
      return value == null ? null : value.toString();
    }

    /** The next frame; null where the request ends. */
    EventMessage next() throws IOException {
      return frames.next();
    }

    /** Waits until the client cancels the exchange. */
    void awaitReset() throws InterruptedException {
      byte[] next = data.take();
      while (next != RESET) {
        next = data.take();
      }
    }

    void head(int status, String... pairs) {
      Http2Headers head = new DefaultHttp2Headers().status(String.valueOf(status));
      for (int i = 0; i < pairs.length; i += 2) {
        head.add(pairs[i], pairs[i + 1]);
      }
      stream.writeAndFlush(new DefaultHttp2HeadersFrame(head)).syncUninterruptibly();
    }

    void send(byte[] bytes) {
      stream
          .writeAndFlush(new DefaultHttp2DataFrame(Unpooled.wrappedBuffer(bytes)))
          .syncUninterruptibly();
    }

    void end() {
      stream.writeAndFlush(new DefaultHttp2DataFrame(true)).syncUninterruptibly();
    }

    /** Closes the connection without GOAWAY. */
    void drop() {
      stream.parent().close().syncUninterruptibly();
    }

    private final class Body extends InputStream {
      private byte[] current = {};
      private int position;

      @Override
      public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
      }

      @Override
      public int read(byte[] target, int offset, int length) throws IOException {
        while (position == current.length) {
          if (current == END) {
            return -1;
          }
          current = take();
          position = 0;
          if (current == RESET) {
            throw new IOException("The client reset the stream");
          }
          if (current == END) {
            return -1;
          }
        }
        int count = Math.min(length, current.length - position);
        System.arraycopy(current, position, target, offset, count);
        position += count;
        return count;
      }

      private byte[] take() {
        try {
          return data.take();
        } catch (InterruptedException e) {
          throw new IllegalStateException(e);
        }
      }
    }
  }
}
