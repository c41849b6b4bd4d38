# The coach as an image: docker compose up --build

FROM python:3.13-slim-trixie AS build
WORKDIR /src
ENV PIP_DISABLE_PIP_VERSION_CHECK=1 PIP_NO_CACHE_DIR=1
RUN python -m venv /opt/midback
# First what changes rarely, so that a change of our code installs nothing again.
COPY requirements.txt requirements-build.txt ./
RUN /opt/midback/bin/pip install --require-hashes --only-binary :all: --requirement requirements.txt \
 && pip install --require-hashes --only-binary :all: --requirement requirements-build.txt
COPY pyproject.toml README.md LICENSE ./
COPY bot bot
COPY content content
RUN pip wheel --no-deps --no-build-isolation --wheel-dir /wheels . \
 && /opt/midback/bin/pip install --no-deps --no-index /wheels/*.whl

FROM python:3.13-slim-trixie
# /data holds the SQLite file and the heartbeat.
RUN useradd --system --uid 10001 --home-dir /data --shell /usr/sbin/nologin midback \
 && install --directory --owner=midback --mode=0700 /data
COPY --from=build /opt/midback /opt/midback
ENV PATH=/opt/midback/bin:$PATH \
    PYTHONUNBUFFERED=1 \
    XDG_DATA_HOME=/data \
    MIDBACK_DATABASE_URL=sqlite:////data/midback.sqlite3 \
    MIDBACK_LOG_FORMAT=json
USER midback
WORKDIR /data
VOLUME /data
# The coach touches its heartbeat from the event loop: one that hangs is unhealthy, though its process lives.
HEALTHCHECK --interval=30s --timeout=10s --start-period=30s CMD ["midback", "doctor", "--alive"]
ENTRYPOINT ["midback"]
CMD ["run"]
