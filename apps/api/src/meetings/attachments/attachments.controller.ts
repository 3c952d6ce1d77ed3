import { Controller } from '@nestjs/common';
import {
  addAttachment,
  listAttachments,
  readAttachment,
  removeAttachment,
} from '@forum/contract/meetings/attachments';
import type { RouteInput } from '@forum/contract/route';
import { savedAs } from '@forum/interchange/text/saved-as';
import { Endpoint, type Exchange } from '../../http/endpoint.ts';
import type { Admitted } from '../../http/viewer.ts';
import { AttachmentsService } from './attachments.service.ts';

@Controller()
export class AttachmentsController {
  constructor(private readonly attachments: AttachmentsService) {}

  @Endpoint(listAttachments)
  list({ params }: RouteInput<typeof listAttachments>, viewer: Admitted, { reply }: Exchange) {
    void reply.header('cache-control', 'no-store');
    return this.attachments.list(viewer, params.meeting);
  }

  @Endpoint(addAttachment)
  add({ params, query, body }: RouteInput<typeof addAttachment>, viewer: Admitted) {
    return this.attachments.add(viewer, params.meeting, query.name, body);
  }

  @Endpoint(readAttachment)
  async read({ params }: RouteInput<typeof readAttachment>, viewer: Admitted, { reply }: Exchange) {
    const { name, content } = await this.attachments.read(viewer, params.meeting, params.attachment);
    void reply
      .header('cache-control', 'no-store')
      .header('x-content-type-options', 'nosniff')
      .header('content-disposition', savedAs(name));
    return content;
  }

  @Endpoint(removeAttachment)
  async remove({ params }: RouteInput<typeof removeAttachment>, viewer: Admitted) {
    await this.attachments.remove(viewer, params.meeting, params.attachment);
    return { ok: true } as const;
  }
}
