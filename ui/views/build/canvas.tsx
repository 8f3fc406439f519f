// The drawing: services, streams and the routes between them, moved and joined by pointer, reached and moved by keys.
import { useMemo, useState } from 'react';
import {
  Background,
  Controls,
  type FinalConnectionState,
  Handle,
  MarkerType,
  Position,
  ReactFlow,
  useReactFlow,
  type Connection,
  type Edge,
  type EdgeChange,
  type Node,
  type NodeChange,
  type NodeProps,
} from '@xyflow/react';
import { addRoute, type Point } from '../../model/draft/add.ts';
import { NEED, type Draft } from '../../model/draft/draft.ts';
import { drawnRoutes } from '../../model/draft/routes.ts';
import { writeAt } from '../../model/draft/write.ts';
import { placesOf } from '../../model/routes.ts';
import { drawn } from '../../state/draft.ts';
import { kindCalled, labelOf, sayDrawn, sayRoute, WHERE_NEEDED } from '../../words/draft.ts';
import { addKind, KIND } from './add-kind.ts';
import { cut } from './cut.ts';
import { ALL, InSight } from './in-sight.tsx';
import { NODE, placesIn, positionOf } from './places.ts';
import { RouteEdge } from './route-edge.tsx';
import './canvas.css';

type Said = { readonly label: string; readonly about: string; readonly missing: number };
type Thing = Node<Said, 'stream' | 'station' | 'exit' | 'need'>;

const ThingNode = ({ data, type }: NodeProps<Thing>) => (
  <div className={data.missing > 0 ? 'build-node lacking' : 'build-node'} data-kind={type}>
    {type !== 'stream' && <Handle type="target" position={Position.Left} />}
    <b>{data.label}</b>
    <span>{data.missing > 0 ? `${data.missing} missing` : data.about}</span>
    {type !== 'exit' && <Handle type="source" position={Position.Right} />}
  </div>
);
const edgeTypes = { route: RouteEdge };
const nodeTypes = { stream: ThingNode, station: ThingNode, exit: ThingNode, need: ThingNode };

/** As large on a thick route as on a thin one. */
const ARROW = {
  type: MarkerType.ArrowClosed,
  color: 'var(--soft)',
  markerUnits: 'userSpaceOnUse',
  width: 22,
  height: 22,
} as const;

const REACHED = 'Enter selects, then arrows move and Delete removes. Escape lets go.';
const HEARD = {
  'node.a11yDescription.default': REACHED,
  'node.a11yDescription.keyboardDisabled': REACHED,
  'controls.ariaLabel': 'How large the drawing is',
  'controls.zoomIn.ariaLabel': 'Larger',
  'controls.zoomOut.ariaLabel': 'Smaller',
  'controls.fitView.ariaLabel': 'Show all of it',
};

interface CanvasProps {
  readonly draft: Draft;
  readonly selected: string | undefined;
  /** How much is missing, by the path of what lacks it. */
  readonly missing: ReadonlyMap<string, number>;
}

export function Canvas({ draft, selected, missing }: CanvasProps) {
  /** Where things are while they are moved; of what has no place in the document, as long as the view lasts. */
  const [moved, setMoved] = useState<ReadonlyMap<string, Point>>(new Map());
  const [measured, setMeasured] = useState<ReadonlyMap<string, { readonly width: number; readonly height: number }>>(
    new Map(),
  );
  const nodes = useMemo(() => nodesOf(draft, missing), [draft, missing]);
  const edges = useMemo(() => edgesOf(draft, selected), [draft, selected]);

  const { screenToFlowPosition } = useReactFlow();
  const drop = ({ clientX, clientY, dataTransfer }: React.DragEvent): void => {
    const kind = dataTransfer.getData(KIND);
    if (kind === '') return;
    const { x, y } = screenToFlowPosition({ x: clientX, y: clientY });
    addKind(draft, kind, positionOf(draft, { x: x - NODE.width / 2, y: y - NODE.height / 2 }));
  };

  const onNodes = (changes: readonly NodeChange<Thing>[]): void => {
    for (const change of changes) {
      if (change.type === 'dimensions' && change.dimensions) {
        const { id, dimensions } = change;
        setMeasured((before) => new Map(before).set(id, dimensions));
      } else if (change.type === 'select') {
        if (change.id !== NEED) choose(change.id, change.selected);
      } else if (change.type === 'position' && change.position) {
        const { id, position, dragging = false } = change;
        if (dragging || !id.startsWith('stations.')) setMoved((before) => new Map(before).set(id, position));
        else settle(id, position);
      }
    }
  };
  const settle = (id: string, at: Point): void => {
    setMoved((before) => new Map([...before].filter(([one]) => one !== id)));
    const { position: before } = nodes.find((node) => node.id === id)!;
    // A press is no move.
    if (Math.hypot(at.x - before.x, at.y - before.y) < 1) return;
    const place = `${id}.position`;
    drawn.edit(writeAt(draft, place, positionOf(draft, at)), `Moved ${labelOf(draft, id)}.`);
  };
  const onEdges = (changes: readonly EdgeChange[]): void => {
    for (const change of changes) if (change.type === 'select') choose(change.id, change.selected);
  };
  return (
    <ReactFlow
      nodes={nodes.map((node) => ({
        ...node,
        position: moved.get(node.id) ?? node.position,
        measured: measured.get(node.id),
        selected: node.id === selected,
      }))}
      edges={edges}
      nodeTypes={nodeTypes}
      edgeTypes={edgeTypes}
      onNodesChange={onNodes}
      onEdgesChange={onEdges}
      onConnect={({ source, target }) => join(draft, source, target)}
      onConnectEnd={(event, end) => joinWhereLetGo(draft, event, end)}
      isValidConnection={canJoin}
      onPaneClick={() => drawn.select(undefined)}
      onDragOver={(event) => event.preventDefault()}
      onDrop={drop}
      // Only where the drawing has the focus: elsewhere these keys are for texts.
      deleteKeyCode={null}
      onKeyDown={({ key }) => {
        if ((key === 'Delete' || key === 'Backspace') && selected !== undefined) cut(draft, selected);
      }}
      ariaLabelConfig={HEARD}
      edgesFocusable={false}
      multiSelectionKeyCode={null}
      selectionKeyCode={null}
      zoomOnScroll={false}
      preventScrolling={false}
      minZoom={0.2}
      maxZoom={1.5}
    >
      <InSight count={nodes.length} selected={selected} />
      <Background gap={24} />
      <Controls showInteractive={false} position="bottom-left" orientation="horizontal" fitViewOptions={ALL} />
    </ReactFlow>
  );
}

function choose(what: string, isOn: boolean): void {
  if (isOn) drawn.select(what);
  else if (drawn.getState().selected === what) drawn.select(undefined);
}

function nodesOf(draft: Draft, missing: ReadonlyMap<string, number>): Thing[] {
  const node = (id: string, type: Thing['type'], at: Point, label: string, about: string): Thing => {
    const lacks = missing.get(id) ?? 0;
    const ariaLabel = [label, about, ...(lacks > 0 ? [`${lacks} missing`] : [])].filter(Boolean).join(', ');
    return {
      id,
      type,
      position: at,
      data: { label, about, missing: lacks },
      ariaLabel,
      deletable: id !== NEED,
      ...NODE,
    };
  };
  return [...placesIn(draft)].map(([id, at]) => {
    if (id === NEED) return node(id, 'need', at, WHERE_NEEDED, 'by need');
    const label = labelOf(draft, id);
    if (id.startsWith('streams.')) return node(id, 'stream', at, label, sayArrivals(draft, id));
    const station = draft.stations[id.slice('stations.'.length)];
    return node(id, station.kind === 'exit' ? 'exit' : 'station', at, label, saySize(station));
  });
}

function sayArrivals(draft: Draft, id: string): string {
  const { arrivalsPerDay } = draft.streams[id.slice('streams.'.length)];
  return arrivalsPerDay === undefined ? 'come in' : `${arrivalsPerDay} a day`;
}

function saySize(station: Draft['stations'][string]): string {
  const places = placesOf(station);
  const key = station.beds !== undefined ? 'beds' : station.staff !== undefined ? 'staff' : 'places';
  return places === null ? kindCalled(station.kind) : `${places} ${key}`;
}

function edgesOf(draft: Draft, selected: string | undefined): Edge[] {
  return drawnRoutes(draft).map(({ id, owner, to, share }) => {
    const isNeed = owner.startsWith('needs.');
    const part = isNeed ? labelOf(draft, owner) : share === undefined ? '' : `${Number((share * 100).toFixed(1))} %`;
    return {
      id,
      type: 'route',
      source: isNeed ? NEED : owner,
      target: to === NEED ? NEED : `stations.${to}`,
      label: isNeed && id !== selected ? '' : part,
      ariaLabel: `Route: ${sayRoute(draft, id)}${isNeed || part === '' ? '' : `, ${part}`}`,
      selected: id === selected || owner === selected,
      markerEnd: ARROW,
    };
  });
}

function canJoin({ source, target }: Connection | Edge): boolean {
  return source !== target && !(source === NEED && target === NEED) && !target.startsWith('streams.');
}

function join(draft: Draft, source: string, target: string): void {
  const to = target === NEED ? NEED : target.slice('stations.'.length);
  const { draft: next, added } = addRoute(draft, source, to);
  drawn.edit(next, sayDrawn(draft, source, to, added), added);
}

/** A route may be let go anywhere on a box, not on its dot alone. */
function joinWhereLetGo(
  draft: Draft,
  event: MouseEvent | TouchEvent,
  { isValid, fromNode, fromHandle }: FinalConnectionState,
): void {
  if (isValid || !fromNode) return;
  const { clientX, clientY } = 'changedTouches' in event ? event.changedTouches[0] : event;
  const box = document.elementFromPoint(clientX, clientY)?.closest('.react-flow__node')?.getAttribute('data-id');
  if (!box) return;
  const [source, target] = fromHandle?.type === 'target' ? [box, fromNode.id] : [fromNode.id, box];
  const isExit = draft.stations[source.slice('stations.'.length)]?.kind === 'exit';
  if (!isExit && canJoin({ source, target, sourceHandle: null, targetHandle: null })) join(draft, source, target);
}
